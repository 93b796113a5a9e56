import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { parseUuid, type Uuid } from '#platform/ids'
import {
  type CensusChild,
  type CheckOptions,
  checkChild,
  type RuleFinding,
  valueIn,
} from '../census/index.ts'
import type { ImportFinding } from '../loading/childFinding.ts'
import type { ChildLedger } from '../loading/childLedger.ts'
import type { ClockStanding } from '../loading/clockStanding.ts'
import { type ChildStatus, type ElementFates, elementFates } from '../loading/elementFates.ts'
import { layChild, refusedChild } from '../loading/layChild.ts'
import { readerFindings, ruleFindings } from '../loading/readerFindings.ts'
import { clockStandings } from '../queries/clockStandings.ts'
import { beginRun, type DutyTeam, type Run } from './importRun.ts'
import { meetPeople } from './meetPeople.ts'
import { queueChild } from './queueChild.ts'
import { storedChild } from './storedChild.ts'
import { writeFacts } from './writeFacts.ts'
import { heardOfFile, lineKey, unheard, writeFindings } from './writeFindings.ts'

/** By what children of a file are judged, and where they go. */
export type ImportContext = {
  readonly run: Run
  readonly team: DutyTeam
  readonly check: CheckOptions
  /** The day on which clocks are judged. */
  readonly asAt: Temporal.PlainDate
}

/** One child with what rules across the file said of it; `refusal`: why nothing of it may be kept. */
export type ReadChild = {
  readonly child: CensusChild
  readonly fileRules: readonly RuleFinding[]
  readonly refusal?: string
}

/** What became of one child. */
export type ChildOutcome = {
  readonly line: number
  readonly childId: string | null
  readonly status: ChildStatus
  readonly elements: ReadonlyMap<string, ElementFates>
  readonly findings: readonly ImportFinding[]
  readonly newFindings: number
  readonly clocks: readonly ClockStanding[]
  /** Was put into the duty team's queue. */
  readonly isQueued: boolean
  /** Something was written, so the run's row is there once this is committed. */
  readonly wrote: boolean
}

/** Imports one child, whole, in the transaction given. */
export async function importChild(
  work: Work,
  read: ReadChild,
  context: ImportContext,
): Promise<ChildOutcome> {
  const { child } = read
  const known = await recognise(work, read)
  const { ledger } = known
  const [person] = ledger.all('person')
  const isQueued = person !== undefined && (await queueChild(work, ledger, context.team))
  const status = statusOf(ledger, known.personId !== null)
  const personId = known.personId ?? parseUuid(person?.id ?? '')
  const findings = [...findingsOf(read, ledger, context), ...known.remarks]
  const fresh =
    personId === null
      ? unheard(findings, await heardOfFile(work, context.run.sha256, findings), lineKey)
      : unheard(findings, known.heard)
  const changed = status === 'new' || status === 'changed'
  const wrote = changed || fresh.length > 0
  if (wrote) await beginRun(work, context.run)
  if (changed) await writeFacts(work, ledger.facts)
  if (fresh.length > 0) await writeFindings(work, context.run.id, personId, fresh)
  if (changed && personId !== null) await syncClocks(work, [personId])
  const clocks = personId === null ? [] : await clockStandings(work, personId, context.asAt)
  const elements = elementFates(child, ledger.fates, status)
  const childId = valueIn(child.laChildId) ?? null
  const newFindings = fresh.length
  return { line: child.line, childId, status, elements, findings, newFindings, clocks, isQueued, wrote }
}

type Recognised = {
  readonly ledger: ChildLedger
  readonly personId: Uuid | null
  readonly heard: ReadonlySet<string>
  readonly remarks: readonly ImportFinding[]
}

const nobody = { personId: null, heard: new Set<string>(), remarks: [] }

async function recognise(work: Work, { child, refusal }: ReadChild): Promise<Recognised> {
  if (refusal !== undefined) return { ...nobody, ledger: refusedChild(child, refusal) }
  if (valueIn(child.laChildId) === undefined) {
    const why = 'It has no id of the authority that can be read. Give it one in the system it comes from.'
    return { ...nobody, ledger: refusedChild(child, why) }
  }
  const { people, isUpnElsewhere } = await meetPeople(work, child)
  const [personId = null, ...others] = people
  if (others.length > 0) {
    const why = 'More than one person here holds this id: find out whose it is, or merge them.'
    return { ...nobody, personId, ledger: refusedChild(child, why) }
  }
  const remarks = isUpnElsewhere ? [upnElsewhere(child)] : []
  if (personId === null) return { ...nobody, remarks, ledger: layChild(child, []) }
  const stored = await storedChild(work, personId)
  return { personId, remarks, heard: stored.findings, ledger: layChild(child, stored.facts) }
}

function upnElsewhere({ identifiers: { upn, formerUpn } }: CensusChild): ImportFinding {
  const { element, line, raw } = upn.status === 'absent' ? formerUpn : upn
  const problem =
    'Another child of this record holds this UPN under another id. Compare the two: they may be one child.'
  return { element, line, raw, kept: null, severity: 'doubted', rule: null, problem }
}

function statusOf(ledger: ChildLedger, isKnown: boolean): ChildStatus {
  const [person] = ledger.all('person')
  if (person === undefined) return 'refused'
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
