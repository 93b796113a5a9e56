import { describe, expect, it } from 'vitest'
import { answer, answerCodeOf } from './answer.ts'
import { type FaultCode, faults } from './faults.ts'
import { readEnvelopeOf } from './readMessage.ts'

const at = Temporal.Instant.from('2026-07-01T11:00:00Z')
const said = (version: string, fault?: FaultCode) => {
  const envelope = readEnvelopeOf(
    Buffer.from(`MSH|^~\\&|FAL\\T\\LOW|RZZ99|KITH|COUNTY|||ADT^A04|7\\F\\8|T|${version}\r`),
  )
  return answer({ envelope, id: 'K1', at, ...(fault ? { fault } : {}) })
    .toString()
    .split('\r')
}

describe('an answer', () => {
  it.each([
    ['2.3', 'ACK'],
    ['2.3.1', 'ACK^A04'],
    ['2.4', 'ACK^A04^ACK'],
    ['2.5.1', 'ACK^A04^ACK'],
  ])('of version %s goes back to its sender as %s', (version, type) => {
    expect(said(version)).toEqual([
      `MSH|^~\\&|KITH|COUNTY|FAL\\T\\LOW|RZZ99|20260701120000+0100||${type}|K1|T|${version}`,
      'MSA|AA|7\\F\\8',
      '',
    ])
  })

  it('tells a fault in the first field of ERR before 2.5 and in its own after', () => {
    expect(said('2.4', 'patient_missing').slice(1, 3)).toEqual([
      'MSA|AE|7\\F\\8|The PID segment is missing.',
      'ERR|PID^1^^100&Segment sequence error&HL70357',
    ])
    expect(said('2.5', 'version_not_accepted').slice(1, 3)).toEqual([
      'MSA|AR|7\\F\\8|MSH-12: this version is not accepted. Send 2.3 to 2.5.1.',
      'ERR||MSH^1^12|203^Unsupported version id^HL70357|E||||MSH-12: this version is not accepted. Send 2.3 to 2.5.1.',
    ])
  })

  it('answers what has no MSH, naming no message', () => {
    expect(answer({ envelope: null, fault: 'not_hl7', id: 'K1', at }).toString()).toMatch(/\rMSA\|AR\|\|/)
  })

  it('puts content faults as AE and everything else as AR', () => {
    const content = (Object.keys(faults) as FaultCode[]).filter(fault => answerCodeOf(fault) === 'AE')
    expect(content).toEqual([
      'message_type_missing',
      'patient_missing',
      'patient_empty',
      'visit_missing',
      'merged_missing',
    ])
  })
})
