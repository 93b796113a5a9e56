import type { Cover, Team } from '#modules/agencies'
import type { PersonSummary } from '#modules/people'
import type { Uuid } from '#platform/ids'
import type { ApprovalChoice } from '../../approvals/approvalChoice.ts'
import type { Approval } from '../../approvals/readApprovals.ts'

/** Everything that a list of approvals shows. */
export type InboxView = {
  /** This page of them, and how many there are. */
  readonly rows: readonly Approval[]
  readonly count: number
  /** When those that stop a clock are due. */
  readonly due: ReadonlyMap<Uuid, Temporal.PlainDate>
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly names: ReadonlyMap<Uuid, string>
  readonly teamNames: ReadonlyMap<Uuid, string>
  readonly choice: ApprovalChoice
  /** Teams whose work the reader directs. */
  readonly led: readonly Team[]
  /** Whom the reader stands in for today. */
  readonly covers: readonly Cover[]
  /** How many wait for the reader. */
  readonly waiting: number
  readonly page: number
  readonly path: string
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** The people of an approval as the reader may see them: "Wren Inventley, Robin Inventley". */
export function peopleWords({ people }: Pick<InboxView, 'people'>, { personIds }: Approval): string {
  return personIds.map(id => people.get(id)?.displayName ?? 'Somebody you may not see').join(', ')
}

/** Whom the reader stands in for by deciding this; undefined: nobody. */
export const coverOf = ({ covers, led }: InboxView, { teamId }: Approval): Cover | undefined =>
  covers.find(
    cover =>
      cover.teamId === teamId ||
      (cover.areaId !== null && led.some(team => team.id === teamId && team.areaId === cover.areaId)),
  )

/** How long something has waited for its decision, or waited until it was made. */
export function waitedDays({ submittedAt, decidedAt }: Approval, today: Temporal.PlainDate): number {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO('Europe/London').toPlainDate()
  return day(submittedAt).until(decidedAt === null ? today : day(decidedAt)).days
}

/** An outcome in words. */
export const outcomeWords: Readonly<Record<Exclude<Approval['outcome'], null> | 'waiting', string>> = {
  waiting: 'Waiting',
  authorised: 'Authorised',
  returned: 'Returned',
  withdrawn: 'Taken back',
}
