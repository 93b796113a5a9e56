import { createHash } from 'node:crypto'
import type { Work } from '#platform/db'
import type { Change } from '../registry/approvalKind.ts'
import { handedIn, kindOf } from './handedIn.ts'
import { type Approval, approvalsOfAll } from './readApprovals.ts'

/** What whoever decides has before them. */
export type Presented = {
  readonly changes: readonly Change[]
  /** Earlier times that the same thing was handed in, newest first. */
  readonly earlier: readonly Approval[]
  /** When a manager last decided it; null: it is all new. */
  readonly since: Temporal.Instant | null
  /** Stands for these changes: another one says that the thing was edited meanwhile. */
  readonly fingerprint: string
}

/** What changed in something handed in since a manager last decided it, and what was said then. */
export async function changesSince(work: Work, of: Approval): Promise<Presented> {
  const before = (await kindOf(of)?.earlier?.(work, of.subjectId)) ?? []
  const earlier = (await approvalsOfAll(work, [of.subjectId, ...before])).filter(
    one => one.id !== of.id && one.kind === of.kind && isBefore(one, of),
  )
  const decided = earlier.find(({ outcome }) => outcome === 'authorised' || outcome === 'returned')
  const since = decided?.decidedAt ?? null
  const changes = (await kindOf(of)?.changes(work, handedIn(of), since)) ?? []
  return { changes, earlier, since, fingerprint: fingerprintOf(changes) }
}

const isBefore = (one: Approval, other: Approval): boolean =>
  Temporal.Instant.compare(one.submittedAt, other.submittedAt) < 0

const fingerprintOf = (changes: readonly Change[]): string =>
  createHash('sha256').update(JSON.stringify(changes)).digest('base64url').slice(0, 22)
