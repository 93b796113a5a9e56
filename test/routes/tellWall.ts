import { sql } from 'kysely'
import pg from 'pg'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import type { Row } from '../oracle/index.ts'
import type { marking } from './marks.ts'
import type { Told, Wall } from './shapes.ts'
import type { Staff } from './staff.ts'
import { tell } from './tell.ts'

type Family = { readonly child: Told; readonly mother: Uuid; readonly father: Uuid }
type Mark = ReturnType<typeof marking>['mark']

/**
 * A mother who fled with her child, marked in every place that may tell where the two are, and the wall before the father. One who
 * works with the child is named beside the father, who manages them was once, and his own worker is asked to the child's conference.
 */
export async function tellWall(
  record: TestRecord,
  { mark }: Pick<ReturnType<typeof marking>, 'mark'>,
  { teams, workers }: Staff,
  family: Family,
): Promise<Wall> {
  const { makers } = record
  const { child, mother, father } = family
  await makers.allocation({
    ...{ personId: child.personId, teamId: teams.east },
    ...{ workerId: workers.walled, role: 'co_worker' },
  })
  const beside = { personId: father, role: 'other' }
  await makers.involvement({ ...beside, workerId: workers.walled })
  await makers.involvement({ ...beside, workerId: workers.fathersWorker })
  await makers.involvement({ ...beside, workerId: workers.walledManager, endedOn: '2025-01-01' })
  await tellMother(record, mark, family)
  const lines = `Room 3, ${mark(safetyOf(mother))} House, ${refugeTexts[0].text}` // whoever knows where one is knows of both
  const addressIds = {
    guarded: await addressOf(record, child.personId, lines),
    mother: await addressOf(record, mother, lines),
  }
  return {
    ...{ mother, father, addressIds },
    accountId: await tellChannel(record, mark, family),
    ...(await tellConference(record, mark, workers, family)),
    letterId: await tellLetterTo(record, mark, family, addressIds.mother),
    wallId: await raise(record, workers.eastHolder, family, mark(safetyOf(child.personId))),
  }
}

/** Judged as a confidential address is: safety data of this person alone. */
const safetyOf = (personId: Uuid): Row => ({
  table: 'person_address',
  personIds: [personId],
  isConfidential: true,
})

/** Of the refuge, like nothing else in the county, and of no place, as long and as unlike: a search resembles what it finds. */
export const refugeTexts = [
  { text: 'Quillfennick', nobody: 'Zebruckoltes' },
  { text: 'ZX97 4QQ', nobody: 'WR33 6DD' },
] as const

/** A room in the refuge. */
const addressOf = (record: TestRecord, personId: Uuid, lines: string): Promise<Uuid> =>
  tell(record, 'person_address', {
    ...{ person_id: personId, kind: 'refuge', started_on: '2026-01-02', is_confidential: true },
    ...{ lines, postcode: refugeTexts[1].text },
  })

/** What the mother's own record, the two parents' together and who works with her tell of her. */
async function tellMother(record: TestRecord, mark: Mark, { child, mother, father }: Family): Promise<void> {
  const of = { person_id: mother }
  const a = (table: string): Row => ({ table, personIds: [mother] })
  await tell(record, 'person_address', {
    ...{ ...of, started_on: '2020-01-01', ended_on: '2025-12-01' },
    lines: mark({ ...a('person_address'), isConfidential: false }),
  })
  await tell(record, 'person_contact', { ...of, kind: 'mobile', value: mark(a('person_contact')) })
  await tell(record, 'alert', {
    ...{ ...of, kind: 'other', started_on: '2026-01-02' },
    description: mark(a('alert')),
  })
  await tell(record, 'involvement', {
    ...{ ...of, role: 'other', started_on: '2026-01-02' },
    professional_name: mark({ ...a('involvement'), workerId: null }),
  })
  await tell(record, 'relationship', { ...of, other_id: father, kind: 'former_partner' })
  await tell(record, 'relationship', { ...of, other_id: child.personId, kind: 'parent' })
}

/** The child's conference, to which all who are walled are asked, with what may not leave it and a part of its report. */
async function tellConference(
  record: TestRecord,
  mark: Mark,
  { walled, walledManager, fathersWorker, eastHolder }: Staff['workers'],
  { child, mother }: Family,
): Promise<Pick<Wall, 'saidId' | 'partId'>> {
  const meetingId = child.rowIds['sharedMeeting'] ?? makeUuid()
  const paperId = child.rowIds['paper'] ?? makeUuid()
  for (const worker_id of [walled, walledManager, fathersWorker])
    await tell(record, 'meeting_invitee', {
      ...{ meeting_id: meetingId, side: 'professional', agency: 'other', worker_id },
    })
  await tell(record, 'meeting_invitee', {
    meeting_id: meetingId,
    side: 'family',
    person_id: mother,
    standing: 'mother',
  })
  const of = { personIds: [child.personId], meetingId }
  const said = (dataClass: 'B3' | 'C3') =>
    tell(record, 'meeting_contribution', {
      ...{ meeting_id: meetingId, kind: 'information', data_class: dataClass, made_by: eastHolder },
      said: mark({ table: 'meeting_contribution', ...of, dataClass, authorId: eastHolder }),
    })
  await said('B3')
  const part: Row = { table: 'paper_part', ...of, dataClass: 'C3' }
  return {
    saidId: await said('C3'),
    partId: await tell(record, 'paper_part', {
      ...{ paper_id: paperId, place: 2, data_class: 'C3' },
      ...{ heading: mark(part), words: mark(part), source_words: mark(part) },
    }),
  }
}

/** An account of the mother in the matter of her child, and where she is told that there is something. */
async function tellChannel(record: TestRecord, mark: Mark, { child, mother }: Family): Promise<Uuid> {
  const account_id = await tell(record, 'family_account', {
    ...{ account_of: mother, person_ids: [child.personId], opened_by: makeUuid() },
  })
  const client = new pg.Client(record.superuserUrl) // the portal keeps it past everybody's policies
  await client.connect()
  try {
    await client.query(
      `insert into app.family_channel (account_id, kind, address, agreed_with, agreed_on, recorded_by)
       values ($1, 'email', $2, $3, '2026-01-02', $4)`,
      [account_id, `${mark(safetyOf(mother))}@example.org`, mark(safetyOf(mother)), makeUuid()],
    )
  } finally {
    await client.end()
  }
  return account_id
}

/** A letter about the child that went to where the mother hides: where it went is written in it. */
async function tellLetterTo(
  record: TestRecord,
  mark: Mark,
  { child, mother }: Family,
  addressId: Uuid,
): Promise<Uuid> {
  const person_id = child.personId
  const letter_id = await tell(record, 'letter', {
    person_ids: [person_id],
    template: 'appointment',
    recipient_person_id: mother,
    recipient_relation: 'the mother',
    ...{ status: 'sent', sent_on: '2026-02-02', sent_how: 'post' },
    body: JSON.stringify({
      ...{ subject: 'Us', text: 'Come on Monday.', enclosed: null, recipientName: 'The mother' },
      dated: '2026-02-02',
      address: {
        ...{ addressId, isConfidential: true },
        lines: `Room 3, ${mark(safetyOf(mother))} House`,
        postcode: mark(safetyOf(mother)),
      },
    }),
  })
  await tell(record, 'letter_person', { letter_id, person_id })
  return letter_id
}

/** As its page raises it, for a reason that tells of the two as well. */
function raise(record: TestRecord, by: Uuid, { child, mother, father }: Family, why: string): Promise<Uuid> {
  return record.as({ id: by, class: 'practitioner' }, async work => {
    const { rows } = await sql<{ id: Uuid }>`select access.make_wall(${father}::uuid,
      ${[mother, child.personId]}::uuid[], ${`He looks for them at ${why}`}) as id`.execute(work.db())
    const [made] = rows
    if (made === undefined) throw new Error('No wall was raised')
    return made.id
  })
}
