import { type Database, serviceActor, type Work } from '#platform/db'
import { keepVerification } from '../commands/keepVerification.ts'
import { readWitness, type Witnessed } from '../jobs/witness.ts'
import { type AuditStanding, auditStanding } from '../queries/auditStanding.ts'
import { leavesFrom } from '../queries/leavesFrom.ts'
import { sealsAfter } from '../queries/sealsAfter.ts'
import { type AuditReport, reportOf } from './auditReport.ts'
import type { Finding } from './finding.ts'
import { Walk } from './walk.ts'

const AT_ONCE = 5000
/** More than this say no more than these. */
const MOST_FINDINGS = 100

/**
 * Recomputes the whole audit from its entries and finds whatever was altered, removed, put in, moved or cut off since it
 * was sealed, naming the first bad entry. Notes in the audit itself what it found. Reads in batches, so it needs little memory and disturbs nobody.
 * @param witness file that startSealer appends seals to; without it a log cut off or rewritten whole is not found out
 * @param onStep called after each batch with how many entries are done, and of how many
 */
export async function verifyAudit(
  database: Database,
  witness: string,
  onStep: (done: number, total: number) => void = () => {},
): Promise<AuditReport> {
  const lines = await readWitness(witness) // before the database: what it saw must be there
  const standing = await asVerifier(database, auditStanding)
  const known = lines.filter(line => line !== null)
  const walk = new Walk(known)
  for (let from = 0; from < standing.sealed && walk.findings.length < MOST_FINDINGS; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, standing.sealed)
    await asVerifier(database, work => walkBatch(work, walk, known, from, to))
    onStep(to, standing.sealed)
  }
  walk.end()
  const findings = [...walk.findings, ...findingsOf(standing, lines)].slice(0, MOST_FINDINGS)
  const report = reportOf(findings, standing, known.length)
  await asVerifier(database, work => keepVerification(work, report))
  return report
}

/** A transaction for each batch: an identity lasts two minutes, a large audit may not. */
function asVerifier<R>(database: Database, fn: (work: Work) => Promise<R>): Promise<R> {
  return database.as(serviceActor('verifier'), 'verify', fn, { statementSeconds: 100 })
}

async function walkBatch(
  work: Work,
  walk: Walk,
  witness: readonly Witnessed[],
  from: number,
  to: number,
): Promise<void> {
  const leaves = await leavesFrom(work, from, to)
  const seals = new Map((await sealsAfter(work, from, to)).map(seal => [seal.size, seal]))
  const sizes = new Set([
    ...seals.keys(),
    ...witness.map(seen => seen.size).filter(size => size > from && size <= to),
  ])
  const stops = [...sizes].sort((a, b) => a - b)
  let next = 0
  for (const stop of [...stops, to]) {
    for (let leaf = leaves[next]; leaf !== undefined && leaf.position < stop; leaf = leaves[next]) {
      walk.leaf(leaf)
      next += 1
    }
    if (sizes.delete(stop)) walk.seal(stop, seals.get(stop) ?? null)
  }
}

function findingsOf(standing: AuditStanding, lines: readonly (Witnessed | null)[]): Finding[] {
  const { sealed, strayPosition, strayEntryId, insertedId } = standing
  const findings: Finding[] = []
  if (strayPosition !== null && strayEntryId !== null)
    findings.push({ kind: 'unsealed_leaf', position: strayPosition, entryId: strayEntryId })
  if (insertedId !== null) findings.push({ kind: 'inserted_entry', entryId: insertedId })
  const witnessed = Math.max(0, ...lines.map(line => line?.size ?? 0))
  if (witnessed > sealed) findings.push({ kind: 'truncated', size: sealed, witnessed })
  const unreadable = lines.indexOf(null)
  if (unreadable >= 0) findings.push({ kind: 'witness_unreadable', line: unreadable + 1 })
  return findings
}
