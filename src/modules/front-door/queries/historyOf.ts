import type { Episode } from '#modules/casework'
import { type ChronologyLine, chronologyOf, recordFrame } from '#modules/casework'
import { type PersonSummary, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { episodesOf } from './episodesOf.ts'

/** What the record already holds of somebody matched, so that nobody types it again. */
export type KnownPerson = {
  readonly person: PersonSummary
  readonly episodes: readonly Episode[]
  /** Kinds and words of alerts that stand. */
  readonly alerts: readonly string[]
  /** Significant lines, newest first. */
  readonly lines: readonly ChronologyLine[]
}

const most = 8

/** Those of the matched people whom the reader may see, each with referrals, plans and alerts. */
export async function historyOf(
  work: Work,
  personIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, KnownPerson>> {
  const people = await personSummaries(work, personIds)
  const ids = people.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const episodes = await episodesOf(work, ids)
  const known = new Map<Uuid, KnownPerson>()
  for (const person of people) {
    const { lines } = await chronologyOf(work, [person.id], { isFull: false })
    const frame = await recordFrame(work, person.id, null)
    known.set(person.id, {
      person,
      episodes: episodes.filter(({ personId }) => personId === person.id),
      alerts: (frame?.alerts ?? []).map(({ description }) => description),
      lines: lines.slice(0, most),
    })
  }
  return known
}
