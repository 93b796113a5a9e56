import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { FaultCode, MailboxFault } from './faults.ts'

export type Step = 'validate' | 'send' | 'list' | 'fetch' | 'keep' | 'acknowledge'
export type Failure = { readonly step: Step; readonly code: FaultCode; readonly detail: string | null }

/** How a mailbox stands, as whoever turned it last left it. */
export type MailboxStanding = {
  readonly mailbox: string
  readonly begunAt: Temporal.Instant
  readonly validatedAt: Temporal.Instant | null
  readonly polledAt: Temporal.Instant | null
  readonly waiting: number | null
  readonly failedAt: Temporal.Instant | null
  /** Of the last turn; empty when all of it succeeded. */
  readonly failures: readonly Failure[]
  readonly endedAt: Temporal.Instant | null
}

/** Minutes after which an unread mailbox is an alarm. */
export const READ_WITHIN = 60
/** Hours after which the NHS takes a mailbox that was not validated for abandoned. */
export const VALID_FOR = 24
/** Hours after which it is validated anew: an hour before it must be, so that one failure is no lapse. */
const VALIDATE_AFTER = 23

/** The mailbox that is connected, else the one that was last; null: there never was one. */
export async function readMailbox(work: Work): Promise<MailboxStanding | null> {
  const { rows } = await sql<MailboxStanding>`
    select mailbox, begun_at as "begunAt", validated_at as "validatedAt", polled_at as "polledAt", waiting, failed_at as "failedAt", failures,
      ended_at as "endedAt" from app.mailbox_standing order by ended_at desc nulls first limit 1`.execute(
    work.db(),
  )
  return rows[0] ?? null
}

export const isConnected = (standing: MailboxStanding | null): boolean => standing?.endedAt === null

/** Whether nobody has read it for longer than may be. */
export const isSilent = ({ endedAt, polledAt, begunAt }: MailboxStanding, now: Temporal.Instant): boolean =>
  endedAt === null && (polledAt ?? begunAt).until(now).total('minutes') > READ_WITHIN

/** Whether the NHS may take it for abandoned. */
export const hasLapsed = (
  { endedAt, validatedAt, begunAt }: MailboxStanding,
  now: Temporal.Instant,
): boolean => endedAt === null && (validatedAt ?? begunAt).until(now).total('hours') > VALID_FOR

/** Notes that a mailbox is being turned, or (null) that none is connected. @returns whether it is to be validated */
export async function beginTurn(work: Work, mailbox: string | null): Promise<boolean> {
  await sql`update app.mailbox_standing set ended_at = ${work.now}
    where ended_at is null and mailbox is distinct from ${mailbox}::text`.execute(work.db())
  if (mailbox === null) return false
  const { rows } = await sql<{ validatedAt: Temporal.Instant | null }>`
    insert into app.mailbox_standing as s (mailbox, begun_at, tried_at) values (${mailbox}, ${work.now}, ${work.now})
    on conflict (mailbox) do update set tried_at = excluded.tried_at, ended_at = null,
      begun_at = case when s.ended_at is null then s.begun_at else excluded.begun_at end,
      polled_at = case when s.ended_at is null then s.polled_at end
    returning validated_at as "validatedAt"`.execute(work.db())
  const validatedAt = rows[0]?.validatedAt ?? null
  return validatedAt === null || validatedAt.until(work.now).total('hours') >= VALIDATE_AFTER
}

/** What came of a turn. */
export type Turned = {
  readonly isValidated: boolean
  /** What is left in the mailbox; null: the NHS did not say what waits. */
  readonly waiting: number | null
  readonly failures: readonly Failure[]
}

export async function endTurn(work: Work, mailbox: string, turned: Turned): Promise<void> {
  const { isValidated, waiting, failures } = turned
  await sql`
    update app.mailbox_standing set
      validated_at = case when ${isValidated} then ${work.now} else validated_at end,
      polled_at = case when ${waiting !== null} then ${work.now} else polled_at end,
      waiting = coalesce(${waiting}::int, waiting),
      failed_at = case when ${failures.length > 0} then ${work.now} else failed_at end,
      failures = ${JSON.stringify(failures)}::jsonb
    where mailbox = ${mailbox}`.execute(work.db())
}

export const failureOf = (step: Step, { code, detail }: MailboxFault): Failure => ({ step, code, detail })
