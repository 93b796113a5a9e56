import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Network, Place } from '../rules/harm.ts'

// Without letters that are mistaken for each other when read out.
const LETTERS = 'ABCDEFGHJKMNPQRTUVWXY'
const REFERENCE_LENGTH = 10

/** A reference that cannot be guessed: 21 letters, ten times. */
const newReference = (): string =>
  Array.from({ length: REFERENCE_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')

/** Begins a network. Nobody sees it before a child is tied to it: do so in the same transaction. */
export async function beginNetwork(work: Work, begun: Pick<Network, 'name' | 'kind'>): Promise<Uuid> {
  const id = makeUuid()
  await work
    .db<ChildProtectionTables>()
    .insertInto('harm_network')
    .values({ id, name: begun.name, kind: begun.kind, reference: newReference(), opened_on: work.today })
    .execute()
  return id
}

/** @returns the network of a reference that somebody told, or null */
export async function networkKnownAs(work: Work, reference: string): Promise<Uuid | null> {
  const { rows } = await sql<{ id: Uuid | null }>`
    select access.harm_network_known_as(${reference}) as id`.execute(work.db<ChildProtectionTables>())
  return rows[0]?.id ?? null
}

/** Renames a network, closes it or opens it again. */
export async function changeNetwork(
  work: Work,
  id: Uuid,
  version: number,
  changed: Pick<Network, 'name' | 'kind' | 'closedOn'>,
): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('harm_network')
    .set({ name: changed.name, kind: changed.kind, closed_on: changed.closedOn, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}

/** What is known of a place. */
export type PlaceFacts = Omit<Place, 'id' | 'version'>

const placeColumns = (place: PlaceFacts) => ({
  name: place.name,
  kind: place.kind,
  located: place.located,
  known: place.known,
  risk: place.risk,
  noted_on: place.notedOn,
  ended_on: place.endedOn,
})

/** Notes a place. A private address shows to nobody before a child is tied to it: do so in the same transaction. */
export async function notePlace(work: Work, place: PlaceFacts): Promise<Uuid> {
  const id = makeUuid()
  await work
    .db<ChildProtectionTables>()
    .insertInto('harm_place')
    .values({ id, ...placeColumns(place) })
    .execute()
  return id
}

/** Says anew what is known of a place. */
export async function changePlace(
  work: Work,
  id: Uuid,
  version: number,
  place: PlaceFacts,
): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('harm_place')
    .set({ ...placeColumns(place), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}
