import { sql } from 'kysely'
import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { parseUuid, type Uuid } from '#platform/ids'
import { type CheckOptions, checkChild, valueIn } from '../census/index.ts'
import type { ImportFinding } from '../loading/childFinding.ts'
import type { ChildLedger } from '../loading/childLedger.ts'
import type { ClockStanding } from '../loading/clockStanding.ts'
import { type ChildStatus, type ElementFates, elementFates } from '../loading/elementFates.ts'
import type { ReadChild } from '../loading/readChild.ts'
import { readerFindings, ruleFindings } from '../loading/readerFindings.ts'
import { clockStandings } from '../queries/clockStandings.ts'
import { beginRun, type DutyTeam, makeDutyTeam, type Run } from './importRun.ts'
import { queueChild } from './queueChild.ts'
import { type Recognised, recogniseChildren } from './recogniseChildren.ts'
import { writeFacts } from './writeFacts.ts'
import { heardOfFile, lineKey, type NewFinding, unheard, writeFindings } from './writeFindings.ts'

/** By what children of a file are judged, and where they go. */
export type ImportContext = {
  readonly run: Run
  readonly team: DutyTeam
  readonly check: CheckOptions
  /** The day on which clocks are judged. */
  readonly asAt: Temporal.PlainDate
}

/** What became of one child. */
export type ChildOutcome = {
  readonly line: number
  readonly childId: string | null
  readonly status: ChildStatus
  readonly elements: ReadonlyMap<string, ElementFates>
  readonly findings: readonly ImportFinding[]
  readonly newFindings: number
  /** Was put into the duty team's queue. */
  readonly isQueued: boolean
}

/** What became of the children of one transaction. */
export type BatchOutcome = {
  readonly children: readonly ChildOutcome[]
  readonly clocks: readonly ClockStanding[]
  /** Something was written, so the run's row is there once this is committed. */
  readonly wrote: boolean
}

type Laid = Recognised & {
  readonly outcome: Omit<ChildOutcome, 'newFindings'>
  readonly isChanged: boolean
  readonly fresh: readonly ImportFinding[]
}

/**
 * Imports these children, each whole, in the transaction given, which defers access; no two of them may have one id. A
 * statement writes for all of them at once.
 */
export async function importBatch(
  work: Work,
  reads: readonly ReadChild[],
  context: ImportContext,
): Promise<BatchOutcome> {
  const laid = await layBatch(work, reads, context)
  const facts = laid.flatMap(({ isChanged, ledger }) => (isChanged ? ledger.facts : []))
  const findings = laid.flatMap(({ ledger, personId, fresh }): NewFinding[] => {
    const person = personIn(ledger) ?? personId
    return fresh.map(finding => ({ person_id: person, ...finding }))
  })
  const wrote = facts.length > 0 || findings.length > 0
  const isQueued = laid.some(({ outcome }) => outcome.isQueued)
  if (isQueued && !context.team.isMade) await makeDutyTeam(work, context.team)
  if (wrote) await beginRun(work, context.run)
  await writeFacts(work, facts)
  await writeFindings(work, context.run.id, findings)
  await syncClocks(work, peopleOf(laid.filter(({ isChanged }) => isChanged)))
  await refreshAccess(work, peopleOf(laid.filter(({ outcome }) => outcome.isQueued)))
  const clocks = await clockStandings(work, peopleOf(laid), context.asAt)
  const children = laid.map(({ outcome, fresh }) => ({ ...outcome, newFindings: fresh.length }))
  return { children, clocks, wrote }
}

/** Everything that can be known before anything is written. */
async function layBatch(
  work: Work,
  reads: readonly ReadChild[],
  context: ImportContext,
): Promise<readonly Laid[]> {
  const children = (await recogniseChildren(work, reads)).map(one => layOne(work, one, context))
  const ofFile = children.filter(isOfFile).flatMap(({ outcome }) => outcome.findings)
  const heardOf = ofFile.length > 0 ? await heardOfFile(work, context.run.sha256, ofFile) : new Set<string>()
  return children.map(one => {
    const { findings } = one.outcome
    return {
      ...one,
      fresh: isOfFile(one) ? unheard(findings, heardOf, lineKey) : unheard(findings, one.heard),
    }
  })
}

function layOne(work: Work, one: Recognised, context: ImportContext): Omit<Laid, 'fresh'> {
  const { read, ledger, remarks, personId } = one
  const { child } = read
  const person = personIn(ledger)
  const isQueued = person !== null && queueChild(work.today, ledger, context.team)
  const status = statusOf(ledger, personId !== null)
  const findings = [...findingsOf(read, ledger, context), ...remarks]
  const elements = elementFates(child, ledger.fates, status)
  const childId = valueIn(child.laChildId) ?? null
  const outcome = { line: child.line, childId, status, elements, findings, isQueued }
  return { ...one, outcome, isChanged: status === 'new' || status === 'changed' }
}

/** Nobody here whom its findings could be kept with. */
const isOfFile = ({ ledger, personId }: Pick<Recognised, 'ledger' | 'personId'>) =>
  personId === null && personIn(ledger) === null

const personIn = (ledger: ChildLedger): Uuid | null => parseUuid(ledger.all('person')[0]?.id ?? '')

const peopleOf = (laid: readonly Recognised[]): readonly Uuid[] =>
  laid.flatMap(({ ledger, personId }) => personId ?? personIn(ledger) ?? [])

/** Of all that a census brings, only who holds a case alters who may see whom. */
async function refreshAccess(work: Work, personIds: readonly Uuid[]): Promise<void> {
  if (personIds.length === 0) return
  await sql`select access.refresh_imported(${personIds}::uuid[])`.execute(work.db())
}

function statusOf(ledger: ChildLedger, isKnown: boolean): ChildStatus {
  if (personIn(ledger) === null) return 'refused'
  if (!isKnown) return 'new'
  return ledger.facts.some(fact => fact.isNew || fact.filled.size > 0) ? 'changed' : 'unchanged'
}

function findingsOf(
  read: ReadChild,
  ledger: ChildLedger,
  { check }: ImportContext,
): readonly ImportFinding[] {
  const { child, fileRules } = read
  const said = [...readerFindings(child.findings, child.leftovers), ...ledger.findings]
  return [...said, ...ruleFindings([...checkChild(child, check), ...fileRules], said)]
}
