import { systemClock } from '#platform/time'
import type { AuditStanding } from '../queries/auditStanding.ts'
import { type Finding, findingSentence } from './finding.ts'

/** What a verification of the audit found. Ids and counts only. */
export type AuditReport = {
  readonly ok: boolean
  readonly findings: readonly Finding[]
  readonly counts: {
    readonly entries: number
    readonly sealed: number
    readonly seals: number
    readonly witnessed: number
    readonly unsealed: number
    /** Age of the oldest entry that waits for its seal; null when none does. */
    readonly oldestUnsealedSeconds: number | null
  }
  /** The report in words. */
  readonly sentences: readonly string[]
}

/** The report over these findings. `witnessed`: how many seals the witness remembers. */
export function reportOf(
  findings: readonly Finding[],
  standing: AuditStanding,
  witnessed: number,
): AuditReport {
  const { entries, sealed, seals, unsealed, oldestUnsealed } = standing
  const oldestUnsealedSeconds =
    oldestUnsealed === null
      ? null
      : Math.max(0, Math.round(systemClock.now().since(oldestUnsealed).total('seconds')))
  const waiting =
    unsealed === 0 ? 'None wait' : `${unsealed} wait, the oldest for ${oldestUnsealedSeconds} seconds`
  return {
    ok: findings.length === 0,
    findings,
    counts: { entries, sealed, seals, witnessed, unsealed, oldestUnsealedSeconds },
    sentences: [
      `${entries} entries; ${sealed} sealed under ${seals} seals, ${witnessed} of them witnessed. ${waiting} for the next seal.`,
      ...(findings.length === 0
        ? ['Every sealed entry stands as it was sealed.']
        : findings.map(findingSentence)),
      ...(witnessed === 0 ? ['No witness yet: a log cut off at its end would not be found out.'] : []),
    ],
  }
}
