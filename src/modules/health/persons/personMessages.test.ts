import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { noticesFor } from '../attendances/queries/noticesFor.ts'
import { readAttendance } from '../attendances/queries/readAttendance.ts'
import { readHl7 } from '../taking/readHl7.ts'
import { openHospital } from '../testing/hospital.ts'

const record = await testRecord()
const { makers } = record
const hospital = await openHospital(record)
const { visitor, visiting, schoolNurse, schoolNursing, liaisonNurse, senderId } = hospital
const other = await openHospital(record)
const WREN = { nhs: '9434765919', name: 'Otterly^Wren', born: '20240502' }
const FINN = { nhs: '9990000018', name: 'Brackenby^Finn', born: '20150203' } // both of the range that is kept for tests

type Told = { nhs?: string; name: string; born: string }
type Message = {
  event: string
  number?: string
  child?: Told
  visit?: string
  minute?: number
  gone?: string
  sender?: Uuid
}
const segmentsOf = ({ event, number = '', child = WREN, visit, minute = 0, gone }: Message) => [
  `MSH|^~\\&|FALLOW|RZZ99|KITH|COUNTY|20261120120000||ADT^${event}|${makeUuid()}|P|2.4`,
  `EVN|${event}|2026112012${String(minute).padStart(2, '0')}00`,
  `PID|1||${child.nhs ?? ''}^^^NHS^NH~${number}^^^FALLOW^PI||${child.name}||${child.born}|F|||1 Row^^Town^^NM1 2AB`,
  ...(gone === undefined ? [] : [`MRG|${gone}`]),
  ...(visit === undefined
    ? []
    : [`PV1|1|E|ED^^^RZZ99||||||||||||||||${visit}|||||||||||||||||||||||||202611201145`]),
]
const read = (message: Message, more: readonly string[] = []) =>
  record.database.as(serviceActor('listener'), 'test', async work => {
    const [id, sender] = [makeUuid(), message.sender ?? senderId]
    await sql`insert into app.message_in (id, sender_id, channel, control_id, sha256, sealed, answer_code, answer)
      values (${id}, ${sender}, 'mllp', ${id.slice(-12)}, ${createHash('sha256').update(id).digest()}, ''::bytea, 'AA', ''::bytea)`.execute(
      work.db(),
    )
    const bytes = Buffer.from([...segmentsOf(message), ...more].join('\r'))
    await readHl7(work, { id, senderId: sender, channel: 'mllp', bytes, receivedAt: work.now })
  })
const merge = (gone: string, number: string, more: Partial<Message> = {}) =>
  read({ event: 'A40', number, gone: gone === '' ? '' : `${gone}^^^FALLOW^PI`, minute: 30, ...more })
const visits = async (key: string, sender: Uuid = senderId) =>
  (
    await record.database.as(serviceActor('listener'), 'test', work =>
      sql<{ id: Uuid; status: string; numbers: string[] | null; family: string; personId: Uuid | null }>`
        select a.id, a.status, a.told_hospital_numbers as numbers, a.told_family as family, m.person_id as "personId"
        from attendance a left join attendance_match m on m.attendance_id = a.id
        where a.sender_id = ${sender} and a.visit_key = ${key}`.execute(work.db()),
    )
  ).rows[0]
const list = (actor: Actor, teamId: Uuid) =>
  record.as(actor, work =>
    noticesFor(work, { show: 'all', teams: { all: [teamId], duty: [] }, limit: 200, offset: 0 }),
  )
const asked = async (id: Uuid) =>
  (await record.as(liaisonNurse, work => readAttendance(work, id)))?.questions
    .filter(({ answer }) => answer === null)
    .map(({ reason }) => reason) ?? []
async function known({ nhs, name, born }: typeof WREN) {
  const [family = '', given = ''] = name.split('^')
  const day = `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`
  const id = await makers.person({ given, family, born: day })
  await record.database.as(serviceActor('storyteller'), 'demo', work =>
    sql`insert into person_identifier (person_id, kind, value, check_passed) values (${id}, 'nhs_number', ${nhs}, true)`.execute(
      work.db(),
    ),
  )
  return id
}
const [wren, finn] = [await known(WREN), await known(FINN)]

describe('a person told anew', () => {
  test('is whose the open visit is, once the number came', async () => {
    const unnamed = { name: 'Unknown^Unknown', born: '20240502' }
    await read({ event: 'A04', number: '11', visit: 'V11', child: unnamed })
    expect((await visits('V11'))?.personId).toBeNull()
    await read({ event: 'A31', number: '11', minute: 20 })
    expect(await visits('V11')).toMatchObject({ family: 'Otterly', personId: wren })
  })
  test('that is older than the visit changes nothing told later, and holds up no leaving', async () => {
    await read({ event: 'A04', number: '12', visit: 'V12', minute: 10 })
    await read({ event: 'A31', number: '12', minute: 5, child: { name: 'Before^It', born: '20240502' } })
    await read({ event: 'A31', number: '12', minute: 30, child: { ...WREN, name: 'After^It' } })
    await read({ event: 'A03', number: '12', visit: 'V12', minute: 20 })
    expect(await visits('V12')).toMatchObject({ family: 'After', status: 'left' })
  })
  test('of another number, or by another hospital, changes no visit', async () => {
    await read({ event: 'A04', number: '13', visit: 'V13' })
    const child = { name: 'Not^Theirs', born: '20240502' }
    await read({ event: 'A28', number: '14', minute: 20, child })
    await read({ event: 'A31', number: '13', minute: 20, child, sender: other.senderId })
    expect((await visits('V13'))?.family).toBe('Otterly')
  })
})

describe('a merge', () => {
  test('that names another child takes the visit back from the wrong nurse and tells the right one', async () => {
    await read({ event: 'A04', number: '21', visit: 'V21' })
    const wrong = (await visits('V21'))?.id
    await merge('21', '22', { child: FINN })
    const right = await visits('V21')
    expect(right).toMatchObject({ personId: finn, status: 'here', numbers: ['FALLOW|22'] })
    expect(right?.id).not.toBe(wrong)
    const before = (await list(visitor, visiting)).find(({ attendanceId }) => attendanceId === wrong)
    expect(before).toMatchObject({ family: 'Otterly' })
    expect(before?.withdrawnAt).not.toBeNull()
    const now = await list(schoolNurse, schoolNursing)
    expect(now.find(({ attendanceId }) => attendanceId === right?.id)).toMatchObject({
      family: 'Brackenby',
      withdrawnAt: null,
    })
    await read({ event: 'A08', number: '22', visit: 'V21', minute: 40, child: FINN })
    const later = (await list(visitor, visiting)).find(({ attendanceId }) => attendanceId === wrong)
    expect(later?.withdrawnAt).not.toBeNull()
  })
  test('of the same child moves the number alone, also when it comes twice', async () => {
    await read({ event: 'A04', number: '23', visit: 'V23' })
    const { id } = (await visits('V23')) ?? {}
    await merge('23', '24')
    await merge('23', '24')
    expect(await visits('V23')).toMatchObject({ id, numbers: ['FALLOW|24'], personId: wren, status: 'here' })
  })
  test('that nobody can be found for asks paediatric liaison and takes nothing away', async () => {
    await read({ event: 'A04', number: '25', visit: 'V25' })
    await merge('25', '26', { child: { nhs: '', name: 'Nobody^Known', born: '20220101' } })
    const visit = await visits('V25')
    expect(visit).toMatchObject({ family: 'Otterly', personId: wren, status: 'here' })
    expect(await asked(visit?.id as Uuid)).toContain('person_changed')
  })
  test('that comes before the visit is followed by it, and somebody looks who it is', async () => {
    await merge('27', '28', { child: FINN })
    await read({ event: 'A04', number: '27', visit: 'V27' })
    const visit = await visits('V27')
    expect(visit?.numbers).toEqual(['FALLOW|28'])
    expect(await asked(visit?.id as Uuid)).toContain('person_changed')
  })
  test('in a chain leads to its end, whichever came first', async () => {
    await read({ event: 'A04', number: '31', visit: 'V31' })
    await merge('32', '33')
    await merge('31', '32')
    expect((await visits('V31'))?.numbers).toEqual(['FALLOW|33'])
    await merge('33', '34', { event: 'A47' })
    expect((await visits('V31'))?.numbers).toEqual(['FALLOW|34'])
  })
  test('round in a circle, or to another number than before, waits with its reason', async () => {
    await read({ event: 'A04', number: '42', visit: 'V42' })
    await merge('41', '42')
    await expect(merge('42', '41')).rejects.toMatchObject({ code: 'merge_contradicts' })
    await expect(merge('41', '43')).rejects.toMatchObject({ code: 'merge_contradicts' })
    expect((await visits('V42'))?.numbers).toEqual(['FALLOW|42'])
  })
  test('of a number onto itself does nothing', async () => {
    await read({ event: 'A04', number: '44', visit: 'V44' })
    await merge('44', '44', { child: FINN })
    expect(await visits('V44')).toMatchObject({ numbers: ['FALLOW|44'], personId: wren })
  })
  test('without a number, of another giver’s or of several persons waits with its reason', async () => {
    await expect(merge('', '45')).rejects.toMatchObject({ code: 'merge_unclear' })
    const elsewhere = { event: 'A40', number: '45', gone: '46^^^ELSEWHERE^PI' }
    await expect(read(elsewhere)).rejects.toMatchObject({ code: 'merge_unclear' })
    const second = ['PID|2||48^^^FALLOW^PI||Two^One||20240502', 'MRG|49^^^FALLOW^PI']
    await expect(read({ ...elsewhere, gone: '47^^^FALLOW^PI' }, second)).rejects.toMatchObject({
      code: 'merge_unclear',
    })
  })
  test('by another hospital of a number that is not theirs moves nothing', async () => {
    await read({ event: 'A04', number: '51', visit: 'V51' })
    await merge('51', '52', { child: FINN, sender: other.senderId })
    expect(await visits('V51')).toMatchObject({ numbers: ['FALLOW|51'], personId: wren })
  })
  test('of accounts or visits, not of persons, moves nothing', async () => {
    await read({ event: 'A04', number: '53', visit: 'V53' })
    await merge('53', '54', { event: 'A41' })
    expect((await visits('V53'))?.numbers).toEqual(['FALLOW|53'])
  })
})
