import type { Uuid } from '#platform/ids'
import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import type { Strand } from '../rules/strand.ts'
import type { Measure } from './measures.ts'

/** One measure of one person over time, with the day from which before and after are told. */
export type Series = {
  readonly who: string
  readonly isChild: boolean
  readonly measure: string
  readonly first: Temporal.PlainDate | null
  /** Oldest first. */
  readonly marks: readonly { readonly on: Temporal.PlainDate; readonly value: number }[]
}

/** Every measure of the family that was taken, adults first. */
export function seriesOf(
  open: OpenFamily,
  measures: readonly Measure[],
  strands: readonly Strand[],
  names: Readonly<Record<string, string>>,
): readonly Series[] {
  const isChild = (id: Uuid) => open.members.some(({ role, person }) => role === 'child' && person.id === id)
  const groups = Map.groupBy(measures, ({ personId, measure }) => `${personId} ${measure}`)
  return [...groups.values()]
    .flatMap((list): Series[] => {
      const [one] = list
      if (one === undefined) return []
      return [
        {
          who: nameOf(open, one.personId),
          isChild: isChild(one.personId),
          measure: names[one.measure] ?? one.measure,
          first: firstContactOf(strands, isChild(one.personId) ? null : one.personId),
          marks: list.map(({ onDay: on, value }) => ({ on, value })),
        },
      ]
    })
    .toSorted((one, other) => Number(one.isChild) - Number(other.isChild))
}

/** The first contact of whoever works with a person, or with anybody of the family: before and after are told from it. */
export function firstContactOf(strands: readonly Strand[], personId: Uuid | null): Temporal.PlainDate | null {
  const days = strands.flatMap(one =>
    personId === null || one.personId === personId ? (one.firstContactOn ?? []) : [],
  )
  return days.toSorted(Temporal.PlainDate.compare)[0] ?? null
}
