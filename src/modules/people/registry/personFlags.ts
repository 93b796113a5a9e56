import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Something to know about a person at a glance: "Open", "Child protection plan". Never a judgement. */
export type PersonFlag = {
  /** Short code, also the value of a filter: 'open', 'cp_plan' ... */
  readonly code: string
  readonly text: string
  /** Class of the GOV.UK tag: 'govuk-tag--blue'. */
  readonly classes?: string
}

/** A higher module's flags for these people; those without any are left out. */
export type PersonFlagSource = (
  work: Work,
  personIds: readonly Uuid[],
) => Promise<ReadonlyMap<Uuid, readonly PersonFlag[]>>

/** Filled once by the composition root. The flag 'open' also makes the filter "open children". */
export const personFlagSources: PersonFlagSource[] = []

/** All flags of these people, in the order of the sources. */
export async function flagsOf(
  work: Work,
  personIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, readonly PersonFlag[]>> {
  const all = new Map<Uuid, readonly PersonFlag[]>()
  if (personIds.length === 0) return all
  for (const source of personFlagSources)
    for (const [id, flags] of await source(work, personIds)) all.set(id, [...(all.get(id) ?? []), ...flags])
  return all
}
