import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Network, Place } from '../rules/harm.ts'

/** The networks to which a child is tied whose record the reader reads, by name. */
export async function networks(work: Work): Promise<readonly Network[]> {
  return (await networkRows(work).execute()).map(asNetwork)
}

export async function network(work: Work, id: Uuid): Promise<Network | null> {
  const row = await networkRows(work).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : asNetwork(row)
}

const networkRows = (work: Work) =>
  work.db<ChildProtectionTables>().selectFrom('harm_network').selectAll().orderBy('name').orderBy('id')

const asNetwork = (row: Awaited<ReturnType<ReturnType<typeof networkRows>['execute']>>[number]): Network => ({
  id: row.id,
  name: row.name,
  reference: row.reference,
  kind: row.kind,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  version: row.version,
})

/** The places that the reader may know of, by name. */
export async function places(work: Work): Promise<readonly Place[]> {
  return (await placeRows(work).execute()).map(asPlace)
}

export async function place(work: Work, id: Uuid): Promise<Place | null> {
  const row = await placeRows(work).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : asPlace(row)
}

const placeRows = (work: Work) =>
  work.db<ChildProtectionTables>().selectFrom('harm_place').selectAll().orderBy('name').orderBy('id')

const asPlace = (row: Awaited<ReturnType<ReturnType<typeof placeRows>['execute']>>[number]): Place => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  located: row.located,
  known: row.known,
  risk: row.risk,
  notedOn: row.noted_on,
  endedOn: row.ended_on,
  version: row.version,
})
