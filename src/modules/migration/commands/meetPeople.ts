import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type CensusChild, valueIn } from '../census/index.ts'

/** Whom a child of a file turned out to be. */
export type Meeting = {
  /** Everyone who holds the child's id here; more than one is a fault of the record. */
  readonly people: readonly Uuid[]
  /** Somebody else, whom anybody may know of, holds its pupil number. */
  readonly isUpnElsewhere: boolean
}

/**
 * Finds the child by its authority's id, and others by its pupil number. Waits for any other import of the same child.
 * The named list of a restricted person who is met hears of it; the answer never tells that there is one.
 */
export async function meetPeople(work: Work, child: CensusChild): Promise<Meeting> {
  const id = (valueIn(child.laChildId) ?? '').toUpperCase()
  const upns = [valueIn(child.identifiers.upn), valueIn(child.identifiers.formerUpn)].filter(
    upn => upn !== undefined,
  )
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}::text, 7302))`.execute(work.db())
  const { rows } = await sql<{ person_id: Uuid; kind: string; value: string }>`
    select distinct person_id, case kind when 'la_child_id' then kind else 'upn' end as kind, upper(value) as value
    from person_identifier
    where person_id = any ((select search.holders_of(${[id, ...upns]}::text[]))::uuid[])
      and ((upper(value) = ${id} and kind = 'la_child_id')
        or (upper(value) = any (${upns}::text[]) and kind in ('upn', 'former_upn')))
    order by 1`.execute(work.db())
  const people = rows.filter(row => row.kind === 'la_child_id').map(row => row.person_id)
  // A number that this child holds already was asked about when it came: a second reading says nothing new.
  const held = new Set(rows.filter(row => people.includes(row.person_id)).map(row => row.value))
  const others = rows.filter(
    row => row.kind === 'upn' && !people.includes(row.person_id) && !held.has(row.value),
  )
  const everyone = [...new Set(rows.map(row => row.person_id))]
  if (everyone.length > 0) await sql`select access.meet_in_import(${everyone}::uuid[])`.execute(work.db())
  return {
    people,
    isUpnElsewhere: await anyOpenlyKnown(
      work,
      others.map(row => row.person_id),
    ),
  }
}

async function anyOpenlyKnown(work: Work, ids: readonly Uuid[]): Promise<boolean> {
  if (ids.length === 0) return false
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from unnest(${ids}::uuid[]) id where not id = any (access.sealed_from_me())) as known
  `.execute(work.db())
  return rows[0]?.known === true
}
