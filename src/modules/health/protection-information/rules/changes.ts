import type { Uuid } from '#platform/ids'

export const protectionKinds = ['child_protection_plan', 'looked_after', 'unborn_plan'] as const
export type ProtectionKind = (typeof protectionKinds)[number]

/** A plan or period of the record, as the NHS should show it. */
export type Fact = {
  readonly kind: ProtectionKind
  readonly sourceId: Uuid
  readonly personId: Uuid
  /** Whose NHS number it goes by: of an unborn child the mother's; null when nobody wrote down who she is. */
  readonly subjectId: Uuid | null
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
  readonly nhsNumber: string | null
}

/** A fact as it was last queued. */
export type Status = Fact & { readonly id: Uuid; readonly isDeleted: boolean }

export type What = 'started' | 'ended' | 'deleted' | 'corrected' | 'again'

/** What is new: a fact without a status, or what happened to one. `status` null: it is new. */
export type Change =
  | { readonly what: 'started'; readonly fact: Fact; readonly status: Status | null }
  | { readonly what: 'ended' | 'corrected'; readonly fact: Fact; readonly status: Status }
  | { readonly what: 'deleted'; readonly fact: null; readonly status: Status }

/** What the queue must learn for the statuses to be as the facts are, oldest plan first. The same facts again ask for nothing. */
export function changesOf(facts: readonly Fact[], statuses: readonly Status[]): readonly Change[] {
  const before = new Map(statuses.map(status => [keyOf(status), status]))
  const now = new Set(facts.map(keyOf))
  const changed = facts.flatMap(fact => changeOf(fact, before.get(keyOf(fact))))
  const gone = statuses
    .filter(status => !status.isDeleted && !now.has(keyOf(status)))
    .map(status => ({ what: 'deleted', fact: null, status }) as const)
  return [...changed, ...gone].toSorted(
    (one, other) =>
      Temporal.PlainDate.compare(startOf(one), startOf(other)) || order[one.what] - order[other.what],
  )
}

const order = { ended: 0, deleted: 1, corrected: 2, started: 3 }
const keyOf = ({ kind, sourceId }: Fact): string => `${kind} ${sourceId}`
const startOf = ({ fact, status }: Change): Temporal.PlainDate => {
  const of = fact ?? status
  if (of === null) throw new Error('A change is of a fact or a status')
  return of.startedOn
}

function changeOf(fact: Fact, status: Status | undefined): readonly Change[] {
  if (status === undefined) return [{ what: 'started', fact, status: null }]
  if (status.isDeleted) return [{ what: 'started', fact, status }]
  if (isSame(fact, status)) return []
  const onlyEnded = status.endedOn === null && fact.endedOn !== null && isSame(fact, status, fact.endedOn)
  return [{ what: onlyEnded ? 'ended' : 'corrected', fact, status }]
}

const isSame = (fact: Fact, status: Status, endedOn = status.endedOn): boolean =>
  fact.startedOn.equals(status.startedOn) &&
  String(fact.endedOn) === String(endedOn) &&
  fact.personId === status.personId &&
  fact.subjectId === status.subjectId &&
  fact.nhsNumber === status.nhsNumber
