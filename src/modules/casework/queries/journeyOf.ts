import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { registries } from '../registry/registries.ts'
import type { Band } from '../registry/timelineSource.ts'
import { caseworkTimeline } from './caseworkTimeline.ts'
import { chronologyOf } from './chronologyOf.ts'

/** A child's way through the services. */
export type Journey = {
  /** Oldest first. */
  readonly bands: readonly Band[]
  /** Significant events: when, about whom, in words. */
  readonly events: readonly {
    readonly personId: Uuid
    readonly on: Temporal.PlainDate
    readonly title: string
  }[]
}

/** Every band that a module tells of these people, and their significant events. */
export async function journeyOf(work: Work, personIds: readonly Uuid[]): Promise<Journey> {
  const bands: Band[] = []
  for (const source of [caseworkTimeline, ...registries.timelineSources])
    bands.push(...((await source.bands?.(work, personIds)) ?? []))
  const { lines } = await chronologyOf(work, personIds, { isFull: false })
  const told = lines.filter(({ source }) => source !== 'Allocation')
  return {
    bands: bands.toSorted((one, other) => Temporal.PlainDate.compare(one.startedOn, other.startedOn)),
    events: told
      .flatMap(({ personIds: about, on, title }) => about.map(personId => ({ personId, on, title })))
      .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on)),
  }
}
