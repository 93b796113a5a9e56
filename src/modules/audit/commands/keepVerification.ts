import type { Work } from '#platform/db'
import type { AuditTables } from '../tables.ts'
import type { AuditReport } from '../verification/auditReport.ts'

/** Notes in the audit that it was verified, and how that came out: for its overview, and so that nobody can deny it. */
export async function keepVerification(work: Work, report: AuditReport): Promise<void> {
  const { ok, findings, counts } = report
  await work
    .db<AuditTables>()
    .insertInto('audit.entry')
    .values({
      actor_id: work.actor.id,
      action: 'verify',
      resource: 'audit',
      detail: JSON.stringify({ ok, findings: findings.length, sealed: counts.sealed }),
    })
    .execute()
}
