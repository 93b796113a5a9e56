import type { InvolvedWorker } from './whoIsInvolved.ts'

/** Somebody who works with the person, with everything they do for them. */
export type InvolvedOnce = InvolvedWorker & {
  /** The first is the `role`: case holding comes before involvement. */
  readonly roles: readonly string[]
  readonly agencies: readonly string[]
}

/**
 * Each worker once: a lead practitioner of a school holds the case and is involved from there, and is one person to ring. Whoever
 * does not sign in, and a team's queue, are lines of their own.
 */
export function oncePerWorker(involved: readonly InvolvedWorker[]): readonly InvolvedOnce[] {
  const groups = Map.groupBy(involved, ({ workerId, id }) => workerId ?? id)
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (first === undefined) return []
    const since = group.map(one => one.since).toSorted(Temporal.PlainDate.compare)[0] ?? first.since
    return [
      {
        ...first,
        roles: [...new Set(group.map(({ role }) => role))],
        agencies: [...new Set(group.flatMap(({ agency }) => agency ?? []))],
        telephone: group.find(({ telephone }) => telephone !== null)?.telephone ?? null,
        email: group.find(({ email }) => email !== null)?.email ?? null,
        since,
      },
    ]
  })
}
