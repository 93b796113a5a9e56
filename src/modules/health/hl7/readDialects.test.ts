import { describe, expect, it } from 'vitest'
import { bytes, doubts, evn, head, pid, pv1, visit } from '../testing/attendance.ts'
import { readMessage } from './readMessage.ts'
import { senderProfileSchema } from './senderProfile.ts'

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
    ['202001025', 'birth_date_unreadable'],
    ['02/01/2020', 'birth_date_unreadable'],
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
      practiceIn: 'PD1-4.6',
    })
    const segments = [
      head,
      evn,
      `${pid.replace('|F|', '|W|')}|||||||ACC9`,
      pv1,
      'OBX|1|TX|CC||Cut knee',
      'PD1||||G1^Quince^Ada^^^Y77777',
      'ZED|1|Quarry School',
    ]
    expect(visit(segments, profile)).toMatchObject({
      happenedAt: Temporal.Instant.from('2026-07-01T11:55:00Z'),
      visit: { number: 'ACC9' },
      person: { sex: { code: 'F' }, practice: { code: 'Y77777' } },
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

  it('takes an NHS number from PID-19 when PID-3 has none, and no other number from there', () => {
    const number = (at19: string) =>
      visit([head, `${pid.replace('9990000018^^^NHS^NH~', '')}||||||||${at19}`, pv1]).person.nhsNumber?.value
    expect(number('9990000026')).toBe('9990000026')
    expect(number('123456789')).toBeUndefined()
  })

  it('reads a time with dashes, colons and an offset as engines write it', () => {
    const at = (time: string) => visit([head, `EVN||${time}`, pid, pv1]).recordedAt?.toString()
    expect(at('2026-07-01 12:01:02')).toBe('2026-07-01T11:01:02Z')
    expect(at('2026-07-01T12:01:02.5+00:00')).toBe('2026-07-01T12:01:02.5Z')
    expect(at('20260701120102.1234-0200')).toBe('2026-07-01T14:01:02.123Z')
    expect(at('20260701')).toBe('2026-06-30T23:00:00Z')
  })

  it('takes the earlier of an hour that happens twice, and moves on one that never is', () => {
    const at = (time: string) => visit([head, `EVN||${time}`, pid, pv1]).recordedAt?.toString()
    expect(at('20261025013000')).toBe('2026-10-25T00:30:00Z')
    expect(at('20260329013000')).toBe('2026-03-29T01:30:00Z')
  })

  it('knows emergency care by its service, and a place by its second name', () => {
    const service = 'PV1|1|Inpatient|TRUST^Majors|||||||Accident and Emergency'
    expect(visit([head, pid, service])).toMatchObject({
      isEmergency: 'yes',
      details: { location: 'TRUST, Majors' },
    })
    expect(visit([head, pid, 'PV1|1|I|TRUST^ED']).isEmergency).toBe('yes')
  })
})
