import { describe, expect, it } from 'vitest'
import { bytes, evn, head, pid, pv1, read, visit } from '../testing/attendance.ts'
import { readMessage, speaksFor } from './readMessage.ts'
import { senderProfileSchema } from './senderProfile.ts'

describe('an attendance', () => {
  it('is read with who came, when, where, why and with whom', () => {
    const event = visit([
      head,
      evn,
      pid,
      'PD1|||Quince Surgery^^Y99999|G9999999^Quince^Ada^^^Dr',
      'NK1|1|Otterly^Fern|MTH^Mother||||C^Came with',
      `${pv1}|||||||||||||||||||||||||20260701115000`,
      'PV2|||R10^Sore belly',
    ])
    expect(event).toMatchObject({
      kind: 'visit',
      event: 'A04',
      isEmergency: 'yes',
      visit: { number: 'V7', authority: 'FALLOW' },
      happenedAt: Temporal.Instant.from('2026-07-01T10:55:00Z'),
      recordedAt: Temporal.Instant.from('2026-07-01T11:01:00Z'),
      person: {
        nhsNumber: { value: '9990000018', ok: true },
        names: [{ family: 'Otterly', given: 'Wren', middle: 'Ivy', title: 'Miss' }],
        birthDate: { kind: 'known', on: Temporal.PlainDate.from('2020-01-02') },
        sex: { code: 'F' },
        addresses: [{ lines: ['1 Mill Lane', 'Fallowmere'], postcode: 'AB1 2CD' }],
        practice: { code: 'Y99999', name: 'Quince Surgery' },
        practitioner: { code: 'G9999999', name: 'Dr Ada Quince' },
        isSensitive: false,
      },
      details: {
        arrivedAt: Temporal.Instant.from('2026-07-01T10:50:00Z'),
        location: 'ED',
        site: 'RZZ99',
        complaint: 'Sore belly',
        accompaniedBy: [{ name: 'Fern Otterly', relationship: 'Mother', role: 'Came with' }],
      },
    })
    expect(event.details).not.toHaveProperty('leftAt')
  })

  it('is read with from where they came and what was done, in words where the hospital gives any', () => {
    const fields = pv1.split('|')
    fields[14] = '1065431000000102^Walk in'
    const { details } = visit([head, pid, fields.join('|'), 'PR1|1||X1^Wound closed', 'PR1|2||X2', 'PR1|3'])
    expect(details).toMatchObject({ admitSource: 'Walk in', procedures: 'Wound closed; X2' })
  })

  it('takes the time of the event for leaving when the visit gives none', () => {
    const left = visit([head.replace('A04', 'A03'), 'EVN|A03|20261201140000', pid, pv1])
    expect(left.details.leftAt).toEqual(Temporal.Instant.from('2026-12-01T14:00:00Z'))
  })

  it('tells what was not said from what is to be taken away', () => {
    const changed = visit([head.replace('A04', 'A08'), pid, pv1.replace('ED^^^RZZ99', '""')])
    expect(changed.details).toMatchObject({ location: null })
    expect(changed.details).not.toHaveProperty('complaint')
  })

  it('is no emergency by its class, unless the place is one', () => {
    const at = (where: string) => visit([head, pid, pv1.replace('|E|ED', where)]).isEmergency
    expect([at('|I|Ward 4'), at('|I|ED'), at('||'), at('||AE')]).toEqual(['no', 'yes', 'unknown', 'yes'])
  })

  it('names the codes that are a concern for the child', () => {
    expect(visit([head, pid, pv1, 'DG1|1||700255001^Suspected injury^SCT']).concerns).toEqual(['700255001'])
  })

  it('says that the person is kept from view', () => {
    expect(visit([head, pid, 'PD1||||||||||||Y', pv1]).person.isSensitive).toBe(true)
  })

  it('takes away the leaving that a hospital takes back', () => {
    expect(visit([head.replace('A04', 'A13'), pid, pv1]).details).toMatchObject({
      leftAt: null,
      disposition: null,
    })
  })
})

describe('faults', () => {
  it.each([
    ['', 'empty'],
    [' \r\n', 'empty'],
    ['<?xml version="1.0"?><!DOCTYPE a []><a/>', 'not_hl7_markup'],
    ['{"resourceType":"Bundle"}', 'not_hl7'],
    ['PID|1||77', 'not_hl7'],
    ['MSH', 'not_hl7'],
    ['MSH||||||', 'not_hl7'],
    [head.replace('|7|', '||'), 'control_id_missing'],
    [head.replace('2.4', '2.7'), 'version_not_accepted'],
    [head.replace('|2.4', ''), 'version_not_accepted'],
    [head.replace('ADT^A04', ''), 'message_type_missing'],
    [head, 'patient_missing'],
    [`${head}\rPID|1||||||||\r${pv1}`, 'patient_empty'],
    [`${head}\r${pid}`, 'visit_missing'],
    [`${head.replace('A04', 'A40')}\r${pid}`, 'merged_missing'],
  ])('%j is %s', (text, fault) => {
    expect(readMessage(Buffer.from(text))).toMatchObject({ kind: 'fault', fault })
  })

  it('are binary rubbish and half a message too', () => {
    expect(readMessage(Buffer.from([0, 255, 11, 28, 13]))).toMatchObject({ fault: 'not_hl7', envelope: null })
    expect(readMessage(bytes(head, pid).subarray(0, 100))).toMatchObject({
      fault: 'visit_missing',
      envelope: { controlId: '7' },
    })
  })
})

describe('other messages', () => {
  it.each([
    ['ORU^R01', 'not_adt'],
    ['ADT^A60', 'event_not_used'],
    ['ADT^Z99', 'event_not_used'],
  ])('%s is kept and not acted on', (type, why) => {
    expect(read([head.replace('ADT^A04', type)])).toMatchObject({
      kind: 'told',
      event: { kind: 'other', why },
    })
  })

  it('an event that the profile leaves out is not acted on', () => {
    const profile = senderProfileSchema.parse({ events: ['A04'] })
    expect(read([head.replace('A04', 'A01'), pid, pv1], profile)).toMatchObject({ event: { kind: 'other' } })
  })

  it('a merge says which identifiers gave way', () => {
    expect(read([head.replace('A04', 'A40'), pid, 'MRG|78^^^FALLOW^PI'])).toMatchObject({
      event: { kind: 'merge', gone: [{ value: '78', authority: 'FALLOW' }] },
    })
  })
})

describe('speaking for a trust', () => {
  it.each([
    [{ facility: 'RZZ99' }, true],
    [{ facility: 'RZZ99', application: 'FALLOW' }, true],
    [{ facility: 'RZZ99', application: 'OTHER' }, false],
    [{ facility: 'RYY11' }, false],
  ])('%j is %s', (sender, expected) => {
    const reading = read([head, pid, pv1])
    const profile = senderProfileSchema.parse({ senders: [sender] })
    expect(reading.envelope && speaksFor(profile, reading.envelope)).toBe(expected)
  })

  it('refuses a profile with a zone or a place that is none', () => {
    expect(senderProfileSchema.safeParse({ timeZone: 'Mars' }).success).toBe(false)
    expect(senderProfileSchema.safeParse({ visitNumberIn: 'PV1' }).success).toBe(false)
  })
})
