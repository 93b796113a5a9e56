import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type CensusChild, valueIn } from '../census/index.ts'
import { idOf } from '../loading/idOf.ts'

/** Whom the children of a batch turned out to be. */
export type Meetings = {
  /** Everyone who holds this id of the authority here; more than one is a fault of the record. */
  readonly byId: ReadonlyMap<string, readonly Uuid[]>
  /** Who holds a pupil number, now or formerly. */
  readonly byNumber: Map<string, Set<string>>
  /** Those of them of whom anybody may know. */
  readonly open: Set<string>
}

/** The pupil numbers that a child gives, as they are compared. */
export const numbersOf = ({ identifiers: { upn, formerUpn } }: CensusChild): readonly string[] =>
  [valueIn(upn), valueIn(formerUpn)].filter(value => value !== undefined).map(value => value.toUpperCase())

/** Everything that may tell one child from another, so that children who share any are taken in the order of the file. */
export const identifiersOf = (child: CensusChild): readonly string[] => [
  ...(idOf(child) === null ? [] : [`id ${idOf(child)}`]),
  ...numbersOf(child).map(number => `upn ${number}`),
]

/**
 * Finds children by their authority's ids, and others by their pupil numbers. Waits for any other import of the same
 * children. The named list of a restricted person who is met hears of it, once for each child that meets them; the answer
 * never tells that there is one.
 */
export async function meetPeople(work: Work, children: readonly CensusChild[]): Promise<Meetings> {
  const asked = children.map(child => ({ id: idOf(child) ?? '', numbers: numbersOf(child) }))
  const ids = [...new Set(asked.map(({ id }) => id))]
  const rows = await holdersOf(
    work,
    ids,
    asked.flatMap(({ numbers }) => numbers),
  )
  if (rows.length === 0) return { byId: new Map(), byNumber: new Map(), open: new Set() }
  const byId = Map.groupBy(
    rows.filter(row => row.kind === 'la_child_id'),
    row => row.value,
  )
  const byNumber = Map.groupBy(
    rows.filter(row => row.kind === 'upn'),
    row => row.value,
  )
  const met = asked.map(({ id, numbers }) => [
    ...(byId.get(id) ?? []),
    ...numbers.flatMap(number => byNumber.get(number) ?? []),
  ])
  await tellLists(work, met.map(peopleIn))
  const holders = peopleIn([...byNumber.values()].flat())
  return {
    byId: new Map([...byId].map(([id, found]) => [id, peopleIn(found)])),
    byNumber: new Map([...byNumber].map(([number, found]) => [number, new Set<string>(peopleIn(found))])),
    open: new Set<string>(await openlyKnown(work, holders)),
  }
}

type Holder = { readonly person_id: Uuid; readonly kind: 'la_child_id' | 'upn'; readonly value: string }

const peopleIn = (rows: readonly Holder[]): readonly Uuid[] => [...new Set(rows.map(row => row.person_id))]

async function holdersOf(
  work: Work,
  ids: readonly string[],
  upns: readonly string[],
): Promise<readonly Holder[]> {
  // In one order everywhere, so that two batches never wait for each other.
  await sql`select pg_advisory_xact_lock(hashtextextended(id, 7306))
    from (select unnest(${ids}::text[]) as id order by 1) ordered`.execute(work.db())
  const { rows } = await sql<Holder>`
    select distinct person_id, case kind when 'la_child_id' then kind else 'upn' end as kind, upper(value) as value
    from person_identifier
    where person_id = any ((select search.holders_of(${[...ids, ...upns]}::text[]))::uuid[])
      and ((upper(value) = any (${ids}::text[]) and kind = 'la_child_id')
        or (upper(value) = any (${upns}::text[]) and kind in ('upn', 'former_upn')))
    order by 1`.execute(work.db())
  return rows
}

/** @param met whom each child met */
async function tellLists(work: Work, met: readonly (readonly Uuid[])[]): Promise<void> {
  const pairs = met.flatMap((people, child) => people.map(person => ({ child, person })))
  await sql`select access.meet_in_import(people) from (
      select array_agg(person) as people
      from unnest(${pairs.map(pair => pair.child)}::int[], ${pairs.map(pair => pair.person)}::uuid[]) m (child, person)
      group by child) met`.execute(work.db())
}

async function openlyKnown(work: Work, people: readonly Uuid[]): Promise<readonly Uuid[]> {
  if (people.length === 0) return []
  const { rows } = await sql<{ id: Uuid }>`
    select id from unnest(${people}::uuid[]) id where not id = any (access.sealed_from_me())`.execute(
    work.db(),
  )
  return rows.map(({ id }) => id)
}
