import type { Uuid } from '#platform/ids'
import type { Answer, Discipline, EndReason, Side } from './words.ts'

/** One person, one need, one named worker, one aim. */
export type Strand = {
  readonly id: Uuid
  readonly workbookId: Uuid
  readonly familyId: Uuid
  readonly teamId: Uuid
  readonly personId: Uuid
  readonly needKind: string
  readonly needNotedOn: Temporal.PlainDate
  readonly discipline: Discipline
  readonly worksWith: Side | null
  readonly workerId: Uuid | null
  readonly workerName: string | null
  readonly aim: string | null
  readonly offeredOn: Temporal.PlainDate
  readonly answer: Answer | null
  readonly answeredOn: Temporal.PlainDate | null
  readonly firstContactOn: Temporal.PlainDate | null
  readonly endedOn: Temporal.PlainDate | null
  readonly endReason: EndReason | null
  readonly whyNobody: string | null
  readonly version: number
}

/** A need of somebody of the family, as it was noted. */
export type FamilyNeed = {
  readonly personId: Uuid
  readonly kind: string
  readonly notedOn: Temporal.PlainDate
  readonly notedBy: string
  readonly metOn: Temporal.PlainDate | null
  readonly noHelpReason: string | null
}

/** A need with who works on it, how fast they came, and whether nobody does. */
export type NeedStanding = FamilyNeed & {
  readonly strands: readonly Strand[]
  /** From the need's first noting to the first contact of a specialist; null while there was none. */
  readonly daysToContact: number | null
  /** Neither a specialist nor a reason: it stands first. */
  readonly isUnanswered: boolean
}

const SPECIALIST: ReadonlySet<string> = new Set(['domestic_abuse', 'mental_health', 'substance_misuse'])

/** Whether this need is one for which the team has a discipline of its own. */
export const isForSpecialist = (kind: string): boolean => SPECIALIST.has(kind)

/** Each need with its strands; those that nobody answers stand first, then the oldest. */
export function needStandings(
  needs: readonly FamilyNeed[],
  strands: readonly Strand[],
): readonly NeedStanding[] {
  const earliest = new Map<string, FamilyNeed>()
  for (const need of needs.toSorted((one, other) => Temporal.PlainDate.compare(one.notedOn, other.notedOn))) {
    const key = `${need.personId} ${need.kind}`
    if (!earliest.has(key)) earliest.set(key, need)
  }
  return [...earliest.values()]
    .map(need =>
      standing(
        need,
        strands.filter(one => one.personId === need.personId && one.needKind === need.kind),
      ),
    )
    .toSorted(
      (one, other) =>
        Number(other.isUnanswered) - Number(one.isUnanswered) ||
        Temporal.PlainDate.compare(one.notedOn, other.notedOn),
    )
}

function standing(need: FamilyNeed, strands: readonly Strand[]): NeedStanding {
  const contacts = strands
    .flatMap(({ firstContactOn }) => firstContactOn ?? [])
    .toSorted(Temporal.PlainDate.compare)
  const [first] = contacts
  const open = strands.filter(({ endedOn }) => endedOn === null)
  const isAnswered =
    need.metOn !== null ||
    need.noHelpReason !== null ||
    open.some(({ workerId, whyNobody }) => workerId !== null || whyNobody !== null) ||
    (open.length === 0 && strands.some(({ endedOn }) => endedOn !== null))
  return {
    ...need,
    strands,
    daysToContact: first === undefined ? null : need.notedOn.until(first).days,
    isUnanswered: isForSpecialist(need.kind) && !isAnswered,
  }
}
