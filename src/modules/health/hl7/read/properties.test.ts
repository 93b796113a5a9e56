import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answer } from '../answer.ts'
import { readEnvelopeOf, readMessage } from '../readMessage.ts'

const good =
  'MSH|^~\\&|FALLOW|RZZ99|KITH|COUNTY|20260701120000||ADT^A04^ADT_A01|7|P|2.4|||AL||44|UNICODE\r' +
  'EVN|A04|20260701120000||||20260701115500+0100\r' +
  'PID|1||9991234567^^^NHS^NH~77^^^FALLOW^PI||Otterly^Wren^^^Miss||20200102|F|||1 Mill\\T\\Lane^^Fallowmere^^AB1 2CD\r' +
  'PD1|||Surgery^^Y99999|G9999999^Quince^Ada\rPV1|1|E|ED^^^RZZ99||||||||||||||||V7\rNK1|1|Otterly^Fern|MTH\r'

const pieces = fc.constantFrom(
  ...'|^~\\&\r\n"'.split(''),
  'MSH',
  'PID',
  'PV1',
  'EVN|A08',
  '\\X41\\',
  '20261301',
  '\x00',
  'é',
)

function reads(bytes: Uint8Array) {
  const reading = readMessage(bytes)
  const envelope = readEnvelopeOf(bytes)
  const said = answer({ envelope, id: 'K', at: Temporal.Instant.from('2026-07-01T12:00:00Z') })
  expect(said.toString('utf8')).toMatch(/^MSH\|\^~\\&\|[^\r]*\rMSA\|AA\|[^\r]*\r$/)
  return reading.kind === 'told' || reading.fault.length > 0
}

it('reads any bytes without throwing, and can answer them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => reads(bytes)),
    { numRuns: 500 },
  )
})

it('reads any damage to a good message without throwing, and can answer it', () => {
  const damage = fc.array(
    fc.tuple(
      fc.nat(good.length),
      fc.nat(30),
      fc.array(pieces).map(all => all.join('')),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(damage, cuts => {
      const text = cuts.reduce(
        (left, [at, length, put]) => left.slice(0, at) + put + left.slice(at + length),
        good,
      )
      return reads(Buffer.from(text, 'latin1'))
    }),
    { numRuns: 500 },
  )
})
