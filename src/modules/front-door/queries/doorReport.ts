import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { ClockSettings } from '#reference'
import { londonDate } from '#reference'
import type { NeedKind } from '../commands/noteNeeds.ts'
import type { Outcome } from '../rules/contactWords.ts'
import { decisionDue } from '../rules/decisionDue.ts'
import type { FrontDoorTables } from '../tables.ts'

/** How the front door does, from contacts that the reader may see. */
export type DoorReport = {
  readonly contacts: number
  readonly waiting: number
  readonly inTime: number
  readonly late: number
  /** Hours from receipt to decision, the middle one; null when nothing is decided. */
  readonly medianHours: number | null
  readonly outcomes: ReadonlyMap<Outcome, number>
  readonly referrals: number
  readonly reReferrals: number
  /** Days from a need first noted to the child's referral, the middle one, by kind. */
  readonly leadDays: readonly { readonly kind: NeedKind; readonly children: number; readonly days: number }[]
}

const middle = (values: readonly number[]): number | null =>
  values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? null

/** @param since first day of receipt that counts */
export async function doorReport(
  work: Work,
  since: Temporal.PlainDate,
  settings: ClockSettings,
): Promise<DoorReport> {
  const from = since.toZonedDateTime('Europe/London').toInstant()
  const contacts = await work
    .db<FrontDoorTables>()
    .selectFrom('contact')
    .select(['id', 'received_at', 'decided_at'])
    .where('received_at', '>=', from)
    .execute()
  const decided = contacts.flatMap(one =>
    one.decided_at === null ? [] : [{ ...one, decided_at: one.decided_at }],
  )
  const inTime = decided.filter(({ received_at, decided_at }) => {
    const due = decisionDue(received_at, settings)
    return due === null || Temporal.Instant.compare(decided_at, due.dueAt) <= 0
  }).length
  const decisions = await work
    .db<FrontDoorTables>()
    .selectFrom('contact_decision')
    .innerJoin('contact', 'contact.id', 'contact_decision.contact_id')
    .select(['outcome', 'is_re_referral', 'referral_id'])
    .where('received_at', '>=', from)
    .execute()
  const opened = decisions.filter(one => one.referral_id !== null && one.outcome !== 'passed_to_open_work')
  return {
    contacts: contacts.length,
    waiting: contacts.length - decided.length,
    inTime,
    late: decided.length - inTime,
    medianHours: middle(decided.map(one => one.decided_at.since(one.received_at).total('hours'))),
    outcomes: new Map(
      [...Map.groupBy(decisions, ({ outcome }) => outcome)].map(
        ([outcome, rows]) => [outcome, rows.length] as const,
      ),
    ),
    referrals: opened.length,
    reReferrals: opened.filter(one => one.is_re_referral).length,
    leadDays: await leadDays(work, since),
  }
}

/**
 * From the day a need was first noted, by whichever discipline, to the first referral on or after it. A child counts once for each
 * kind, whether the need is its own or a parent's.
 */
async function leadDays(work: Work, since: Temporal.PlainDate): Promise<DoorReport['leadDays']> {
  const rows = await work
    .db<FrontDoorTables & CaseworkTables>()
    .selectFrom('need')
    .innerJoin('referral', 'referral.person_id', 'need.person_id')
    .select(['need.person_id', 'need.kind', 'need.noted_on', 'referral.received_on'])
    .where('referral.received_on', '>=', since)
    .whereRef('referral.received_on', '>=', 'need.noted_on')
    .execute()
  const { compare } = Temporal.PlainDate
  const first = [...Map.groupBy(rows, ({ person_id, kind }) => `${person_id} ${kind}`).values()].flatMap(
    group =>
      group.toSorted(
        (one, other) => compare(one.noted_on, other.noted_on) || compare(one.received_on, other.received_on),
      )[0] ?? [],
  )
  return [...Map.groupBy(first, ({ kind }) => kind)].map(([kind, group]) => ({
    kind,
    children: group.length,
    days: middle(group.map(one => one.noted_on.until(one.received_on, { largestUnit: 'days' }).days)) ?? 0,
  }))
}

/** The first day of a report that looks back so many months. */
export const reportSince = (now: Temporal.Instant, months: number): Temporal.PlainDate =>
  londonDate(now).subtract({ months })
