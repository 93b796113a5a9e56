import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Link } from '../rules/harm.ts'
import { networks, places } from './shared.ts'

/** What ties go to, by name, as the reader may see it. */
export type LinkNames = {
  readonly people: ReadonlyMap<Uuid, string>
  readonly networks: ReadonlyMap<Uuid, string>
  readonly places: ReadonlyMap<Uuid, string>
}

/** The names of everything that these ties name. */
export async function linkNames(work: Work, links: readonly Link[]): Promise<LinkNames> {
  const ids = new Set(
    links.flatMap(({ personId, adultId, peerId }) => [personId, adultId ?? [], peerId ?? []].flat()),
  )
  const people = await personSummaries(work, [...ids])
  return {
    people: new Map(people.map(({ id, displayName }) => [id, displayName])),
    networks: new Map((await networks(work)).map(({ id, name }) => [id, name])),
    places: new Map((await places(work)).map(({ id, name }) => [id, name])),
  }
}

/** What one tie goes to. */
export function targetName(link: Link, names: LinkNames): string {
  if (link.kind === 'network') return (link.networkId && names.networks.get(link.networkId)) || 'A network'
  if (link.kind === 'place') return (link.placeId && names.places.get(link.placeId)) || 'A place'
  if (link.kind === 'peer') return (link.peerId && names.people.get(link.peerId)) || 'Another child'
  return link.adultName ?? ((link.adultId && names.people.get(link.adultId)) || 'An adult')
}
