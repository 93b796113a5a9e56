import type { Cover, Team } from '#modules/agencies'
import type { PersonSummary } from '#modules/people'
import type { Uuid } from '#platform/ids'
import { kindLabel } from '../../approvals/handedIn.ts'
import type { InboxDue } from '../../approvals/inboxDue.ts'
import type { InboxItem, InboxOutcome } from '../../approvals/inboxItem.ts'
import type { InboxChoice } from '../../approvals/inboxItems.ts'
import { registries } from '../../registry/registries.ts'

/** Everything that a list of the inbox shows. */
export type InboxView = {
  /** This page of them, and how many there are. */
  readonly rows: readonly InboxItem[]
  readonly count: number
  /** When those that a clock or a wished day presses are due. */
  readonly due: ReadonlyMap<Uuid, InboxDue>
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly names: ReadonlyMap<Uuid, string>
  readonly teamNames: ReadonlyMap<Uuid, string>
  readonly choice: InboxChoice
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

/** What can wait for a manager: what modules let be handed in, transfers, merges, and letters and documents that are held. */
export const inboxKinds = (): readonly { readonly kind: string; readonly label: string }[] => [
  ...registries.approvalKinds.map(({ kind, label }) => ({ kind, label })),
  { kind: 'transfer', label: 'Transfer' },
  { kind: 'merge', label: 'Merge of two records' },
  { kind: 'letter', label: 'Letter that tells a protected address' },
  { kind: 'part', label: 'Document that tells a protected address' },
]

/** What something of the inbox is, in words. */
export const inboxLabel = ({ kind }: Pick<InboxItem, 'kind'>): string =>
  inboxKinds().find(one => one.kind === kind)?.label ?? kindLabel(kind)

/** The people of it as the reader may see them: "Wren Inventley, Robin Inventley". */
export function peopleWords(
  { people }: Pick<InboxView, 'people'>,
  { personIds }: Pick<InboxItem, 'personIds'>,
): string {
  return personIds.map(id => people.get(id)?.displayName ?? 'Somebody you may not see').join(', ')
}

/** Whom the reader stands in for by deciding this; undefined: nobody. */
export const coverOf = (
  { covers, led }: InboxView,
  { teamId }: Pick<InboxItem, 'teamId'>,
): Cover | undefined =>
  teamId === null
    ? undefined
    : covers.find(
        cover =>
          cover.teamId === teamId ||
          (cover.areaId !== null && led.some(team => team.id === teamId && team.areaId === cover.areaId)),
      )

/** How long something has waited for its decision, or waited until it was made. */
export function waitedDays(
  { submittedAt, decidedAt }: Pick<InboxItem, 'submittedAt' | 'decidedAt'>,
  today: Temporal.PlainDate,
): number {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO('Europe/London').toPlainDate()
  return day(submittedAt).until(decidedAt === null ? today : day(decidedAt)).days
}

/** An outcome in words. */
export const outcomeWords: Readonly<Record<InboxOutcome | 'waiting', string>> = {
  waiting: 'Waiting',
  authorised: 'Authorised',
  returned: 'Returned',
  withdrawn: 'Taken back',
  accepted: 'Accepted',
  refused: 'Refused',
  released_once: 'Released by one of two',
  released: 'Released by two people',
  stopped: 'Stopped',
}
