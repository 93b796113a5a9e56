import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** Lines that fill sixty pages. */
export const SIXTY_PAGES = 480
const BATCH = 200

/**
 * A chronology for court with so many lines, for tests and measurements: `/court-chronologies/:id?format=pdf` prints it. Written as the
 * storyteller; whoever reads the child reads it.
 */
export async function tellLongChronology(work: Work, personId: Uuid, lines = SIXTY_PAGES): Promise<Uuid> {
  const db = work.db<CaseworkTables>()
  const id = makeUuid()
  const first = Temporal.PlainDate.from('2015-01-01')
  const until = first.add({ days: 7 * lines })
  await db
    .insertInto('court_chronology')
    .values({
      id,
      person_ids: [personId],
      from_on: first,
      until_on: until,
      is_full: true,
      made_on: work.today,
    })
    .execute()
  await db
    .insertInto('court_chronology_person')
    .values({ id: makeUuid(), chronology_id: id, person_id: personId })
    .execute()
  const rows = Array.from({ length: lines }, (_, index) => ({
    id: makeUuid(),
    chronology_id: id,
    person_ids: [personId],
    happened_on: first.add({ days: 7 * index }),
    event: `Home visit ${index + 1}. ${'The children were seen at home and talked of school, of bedtimes and of the dog that came. '.repeat(1 + (index % 3))}`,
    source: 'Visit by a social worker',
    impact: index % 4 === 0 ? 'Calmer at bedtime, and asks for the same story each evening.' : null,
    action: index % 5 === 0 ? 'Rang the school and the health visitor.' : null,
  }))
  for (let from = 0; from < rows.length; from += BATCH)
    await db
      .insertInto('court_chronology_line')
      .values(rows.slice(from, from + BATCH))
      .execute()
  return id
}
