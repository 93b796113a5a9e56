import { describe, expect, it } from 'vitest'
import { readMessage, speaksFor } from './readMessage.ts'
import { plainProfile, type SenderProfile, senderProfileSchema } from './senderProfile.ts'
import type { ToldVisit } from './toldEvent.ts'

const head = 'MSH|^~\\&|FALLOW|RZZ99|KITH|COUNTY|20260701120000||ADT^A04|7|P|2.4'
const pid =
  'PID|1||9990000018^^^NHS^NH~77^^^FALLOW^PI||Otterly^Wren^Ivy^^Miss^^L||20200102|F|||1 Mill Lane^^Fallowmere^^ab12cd^GBR^H'
const pv1 = 'PV1|1|E|ED^^^RZZ99||||||||||||||||V7^^^FALLOW'
const evn = 'EVN|A04|20260701120100||||20260701115500'

const bytes = (...segments: readonly string[]) => Buffer.from(`${segments.join('\r')}\r`)
const read = (segments: readonly string[], profile: SenderProfile = plainProfile) =>
  readMessage(bytes(...segments), profile)

function visit(segments: readonly string[], profile?: SenderProfile): ToldVisit {
  const reading = read(segments, profile)
  if (reading.kind !== 'told' || reading.event.kind !== 'visit') throw new Error(JSON.stringify(reading))
  return reading.event
}

function doubts(segments: readonly string[], profile?: SenderProfile) {
  const reading = read(segments, profile)
  return reading.kind === 'told' ? reading.doubts.map(({ code }) => code) : []
}

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

describe('dialects', () => {
  it.each(['\n', '\r\n', '\r'])('reads segments that end in %j', end => {
    const reading = readMessage(Buffer.from([head, pid, pv1].join(end)))
    expect(reading).toMatchObject({ kind: 'told', event: { kind: 'visit' } })
  })

  it("reads delimiters of the sender's choosing and escaped ones", () => {
    const odd = bytes(
      'MSH#*%!@#FALLOW#RZZ99#KITH#C#20260701120000##ADT*A04#7#P#2.4',
      'PID#1##77***FALLOW*PI##O!F!tterly*W!T!ren##20200102#F',
      'PV1#1#E#ED################V7',
    )
    expect(readMessage(odd)).toMatchObject({
      event: { person: { names: [{ family: 'O#tterly', given: 'W@ren' }] } },
    })
  })

  it('reads ISO-8859-1 when the bytes are not UTF-8, and says so when that was not declared', () => {
    const text = [`${head}||||||ASCII`, pid.replace('Otterly', 'Öttérly'), pv1].join('\r')
    const reading = readMessage(Buffer.from(text, 'latin1'))
    expect(reading).toMatchObject({
      envelope: { charset: 'iso-8859-1' },
      event: { person: { names: [{ family: 'Öttérly' }] } },
      doubts: [{ code: 'charset_not_as_declared' }],
    })
    expect(readMessage(Buffer.from(text, 'utf8'))).toMatchObject({
      envelope: { charset: 'utf-8' },
      event: { person: { names: [{ family: 'Öttérly' }] } },
    })
  })

  it('takes the event from EVN when MSH-9 has only the type', () => {
    const segments = [head.replace('ADT^A04', 'ADT'), evn, pid, pv1]
    expect(visit(segments).event).toBe('A04')
    expect(doubts(segments)).toEqual(['event_part_missing'])
  })

  it('knows an NHS number by each authority of the profile, at any place of PID-3', () => {
    const number = (id: string) =>
      visit([head, pid.replace('9990000018^^^NHS^NH', id), pv1]).person.nhsNumber?.value
    expect(number('9990000018^^^NHSNBR^NHSNMBR')).toBe('9990000018')
    expect(number('999 000 0018^^^^NH')).toBe('9990000018')
    expect(number('5^^^FALLOW^MRN~9990000018^^^NHS&2.16&ISO^HN')).toBe('9990000018')
    expect(number('9990000018^^^FALLOW^NH')).toBeUndefined()
  })

  it('keeps a number that fails its check digit, with a doubt', () => {
    const segments = [head, pid.replace('9990000018', '9990000019'), pv1]
    expect(visit(segments).person.nhsNumber).toEqual({ value: '9990000019', ok: false })
    expect(doubts(segments)).toEqual(['nhs_number_fails_check'])
  })

  it('chooses no number when two good ones differ', () => {
    const segments = [head, pid.replace('77^^^FALLOW^PI', '9990000026^^^NHS^NH'), pv1]
    expect(visit(segments).person.nhsNumber).toBeNull()
    expect(doubts(segments)).toEqual(['several_nhs_numbers'])
  })

  it.each([
    ['20201302', 'birth_date_unreadable'],
    ['2020', 'birth_date_unreadable'],
    ['', 'birth_date_missing'],
    ['""', 'birth_date_missing'],
  ])('leaves a date of birth of %j unknown', (said, doubt) => {
    const segments = [head, pid.replace('20200102', said), pv1]
    expect(visit(segments).person.birthDate.kind).toBe('unknown')
    expect(doubts(segments)).toEqual([doubt])
  })

  it('never moves a date of birth by the offset behind it', () => {
    expect(visit([head, pid.replace('20200102', '20200702000000+0100'), pv1]).person.birthDate).toEqual({
      kind: 'known',
      on: Temporal.PlainDate.from('2020-07-02'),
    })
  })

  it('keeps a code of sex that it does not know as it was said', () => {
    const segments = [head, pid.replace('|F|', '|Q|'), pv1]
    expect(visit(segments).person.sex).toEqual({ code: null, said: 'Q' })
    expect(doubts(segments)).toEqual(['sex_code_unknown'])
  })

  it('reads what a profile says: codes, zone, places, complaint and school', () => {
    const profile = senderProfileSchema.parse({
      sexCodes: { W: 'F' },
      timeZone: '+00:00',
      visitNumberIn: 'PID-18',
      schoolIn: 'ZED-2',
      complaintCodes: ['CC'],
    })
    const segments = [
      head,
      evn,
      `${pid.replace('|F|', '|W|')}|||||||ACC9`,
      pv1,
      'OBX|1|TX|CC||Cut knee',
      'ZED|1|Quarry School',
    ]
    expect(visit(segments, profile)).toMatchObject({
      happenedAt: Temporal.Instant.from('2026-07-01T11:55:00Z'),
      visit: { number: 'ACC9' },
      person: { sex: { code: 'F' } },
      details: { complaint: 'Cut knee', school: 'Quarry School' },
    })
  })

  it('doubts a time that is none, and uses the next best', () => {
    const segments = [head, 'EVN|A04|20260231999999', pid, pv1]
    expect(doubts(segments)).toEqual(['event_time_unreadable'])
    expect(visit(segments).recordedAt).toEqual(Temporal.Instant.from('2026-07-01T11:00:00Z'))
  })

  it('doubts a visit without a number', () => {
    expect(doubts([head, pid, 'PV1|1|E|ED'])).toEqual(['visit_number_missing'])
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
