import { sql } from 'kysely'
import type { Database, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { asLateStoryteller } from '../chronicle/asStoryteller.ts'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import { personaOf } from '../stories/story.ts'
import type { Teller } from '../teller.ts'

/** Whom the health visitor works with and the social worker holds. */
type Tie = { readonly personId: Uuid; readonly organisationId: Uuid; readonly role: string }

/** What the health visitor told of one child, corrected when she was asked to, and of last evening something that nobody has read. */
export async function writeContributions(
  database: Database,
  { teller: { today }, county }: { readonly teller: Teller; readonly county: County },
): Promise<void> {
  const nurse = personaOf(county, 'healthVisitor').id
  const holder = personaOf(county, 'socialWorker').id
  await asLateStoryteller(database, async work => {
    const tie = await sharedChild(work, nurse, holder)
    if (tie === null) return
    const told = { ...tie, nurse, holder }
    await tellAndCorrect(work, told, today)
    await work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto('contribution')
      .values({
        ...rowOf(told),
        seen_on: today.subtract({ days: 1 }),
        going_well: 'Weight follows its line again, and the flat was warm.',
        worries: 'Nobody had asked the pharmacy for the inhaler; the last one was empty.',
        child_says: 'Points at the door when voices are raised.',
        next_step: 'I order the inhaler today and see them both on Thursday.',
        written_at: at(today.subtract({ days: 1 }), '17:50').toString(),
      })
      .execute()
    await sql`insert into agency_record (person_id, organisation_id, since_on, ask, told_by, told_at)
      values (${tie.personId}, ${tie.organisationId}, ${today.subtract({ months: 8 })}, 'Health visiting duty desk, 01632 960114', ${nurse},
        ${at(today.subtract({ days: 12 }), '09:10').toString()})`.execute(work.db())
  })
}

async function sharedChild(work: Work, nurse: Uuid, holder: Uuid): Promise<Tie | null> {
  const { rows } = await sql<Tie>`
    select i.person_id as "personId", w.organisation_id as "organisationId", i.role
    from involvement i join worker w on w.id = i.worker_id
      join allocation a on a.person_id = i.person_id and a.worker_id = ${holder} and a.ended_on is null
    where i.worker_id = ${nurse} and i.ended_on is null and w.organisation_id is not null order by i.started_on, i.person_id limit 1`.execute(
    work.db(),
  )
  return rows[0] ?? null
}

type Told = Tie & { readonly nurse: Uuid; readonly holder: Uuid }

const rowOf = ({ personId, organisationId, role, nurse }: Told) => ({
  person_id: personId,
  organisation_id: organisationId,
  author_id: nurse,
  role,
})

/** Ten days ago; the holder asked whether the day was right, and the source looked again. */
async function tellAndCorrect(work: Work, told: Told, today: Temporal.PlainDate): Promise<void> {
  const [first, asked, second] = [
    at(today.subtract({ days: 10 }), '16:20'),
    at(today.subtract({ days: 9 }), '09:40'),
    at(today.subtract({ days: 9 }), '14:05'),
  ].map(String)
  const said = {
    going_well: 'The play group twice a week.',
    next_step: 'I ask the clinic for an earlier day.',
  }
  const insert = (values: object) =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto('contribution')
      .values(values)
      .returning('id')
      .execute()
  const [before] = await insert({
    ...rowOf(told),
    ...said,
    worries: 'The hearing test was missed on the 3rd.',
    written_at: first,
    read_at: asked,
    read_by: told.holder,
  })
  const [after] = await insert({
    ...rowOf(told),
    ...said,
    worries: 'The hearing test was moved by the clinic, not missed.',
    corrects_id: before?.id,
    correction_reason: 'The clinic’s letter says that they moved it',
    written_at: second,
    read_at: second,
    read_by: told.holder,
  })
  await sql`insert into contribution_query (contribution_id, person_id, author_id, asked_by, asked_at, question, answered_at, answer, corrected_by_id)
    values (${before?.id}, ${told.personId}, ${told.nurse}, ${told.holder}, ${asked}, 'Her mother has a letter that the clinic moved it. Was it missed?',
      ${second}, 'Corrected', ${after?.id})`.execute(work.db())
}
