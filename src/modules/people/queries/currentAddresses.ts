import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { PeopleTables } from '../tables.ts'
import { anyOf } from './anyOf.ts'
import { currentOn } from './currentOn.ts'
import { readsNames } from './readsNames.ts'

/** Where somebody lives today, as far as the acting person may know. */
export type CurrentAddress =
  | {
      readonly outcome: 'known'
      readonly lines: string
      readonly postcode: string | null
      /** For lists: the outward postcode, else the last line. */
      readonly area: string
      readonly isConfidential: boolean
    }
  /** There is one, and it is confidential. */
  | { readonly outcome: 'withheld' }
  | { readonly outcome: 'none' }

const order = ['placement', 'refuge', 'temporary', 'home', 'school_term', 'other']

/** @returns the present address of each person who has one */
export async function currentAddresses(
  work: Work,
  ids: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, CurrentAddress>> {
  if (ids.length === 0 || !readsNames(work.actor)) return new Map()
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('person_address')
    .select(['person_id', 'kind', 'lines', 'postcode', 'is_confidential', 'started_on'])
    .where('person_id', '=', anyOf(ids))
    .where(currentOn(work.today))
    .execute()
  // The one lived at now comes last and stays: by kind, then the latest start.
  rows.sort(
    (one, other) =>
      order.indexOf(other.kind) - order.indexOf(one.kind) ||
      (one.started_on?.toString() ?? '').localeCompare(other.started_on?.toString() ?? ''),
  )
  const found = new Map<Uuid, CurrentAddress>()
  for (const row of rows)
    found.set(row.person_id, {
      outcome: 'known',
      lines: row.lines,
      postcode: row.postcode,
      area: areaOf(row.lines, row.postcode),
      isConfidential: row.is_confidential,
    })
  // Elsewhere is confidential: an older address beside it would mislead.
  for (const id of await withheld(work, ids)) found.set(id, { outcome: 'withheld' })
  return found
}

/** Whether a present address of the person is kept from the acting person. */
export async function currentAddressIsWithheld(work: Work, personId: Uuid): Promise<boolean> {
  return (await withheld(work, [personId])).length > 0
}

async function withheld(work: Work, ids: readonly Uuid[]): Promise<readonly Uuid[]> {
  const answer = await sql<{ id: Uuid }>`
    select id from search.withheld_addresses(${[...ids]}::uuid[], ${work.knownAt}::timestamptz) as id`.execute(
    work.db<PeopleTables>(),
  )
  return answer.rows.map(row => row.id)
}

/** "SO14" of "SO14 2AB", else the last line of the address. */
function areaOf(lines: string, postcode: string | null): string {
  const outward = postcode?.trim().replace(/\s*\d[a-z]{2}$/i, '')
  return (
    outward?.toUpperCase() ||
    (lines
      .split(/\n|,/)
      .map(line => line.trim())
      .filter(line => line !== '')
      .at(-1) ??
      '')
  )
}
