import {
  type ApprovalKind,
  type CaseworkTables,
  type Change,
  closeCase,
  closureBarsOf,
  syncClocks,
} from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { codeWords } from '#reference'
import { formatDate } from '#ui'
import type { AssessmentsTables } from '../tables.ts'
import { type Closure, closuresOf, endReasonWords, otherClosings } from './closures.ts'
import { openPlans } from './openPlans.ts'

/** The end of child in need plans, which a manager decides: nothing ends before, and every bar is asked for again then. */
export const closureApproval: ApprovalKind = {
  kind: 'cin_plan_closure',
  label: 'Closing a child in need plan',
  stops: ['CIN_VISIT', 'CIN_REVIEW'], // owed for as long as the plan runs
  path: subjectId => `/plan-closings/${subjectId}`,
  earlier: otherClosings,
  async changes(work, { subjectId }, since) {
    const asked = await closuresOf(work, subjectId)
    const before = since === null ? [] : await lastReturned(work, subjectId)
    return asked.flatMap(closure => {
      const old = before.find(({ planId }) => planId === closure.planId)
      return old === undefined ? changesOf(closure) : changesBetween(old, closure)
    })
  },
  async decided(work, { subjectId }, outcome) {
    const closures = await closuresOf(work, subjectId)
    if (outcome === 'authorised') {
      const sentence = await whyNot(work, closures)
      if (sentence !== null) return sentence
    }
    await work
      .db<CaseworkTables>()
      .updateTable('cin_closure')
      .set({ decided_outcome: outcome })
      .where('closing_id', '=', subjectId)
      .execute()
    if (outcome === 'authorised') for (const closure of closures) await close(work, closure)
    return null
  },
}

function changesOf(closure: Closure): readonly Change[] {
  const { personId } = closure
  const change = (label: string, after: string): Change => ({ personId, label, before: null, after })
  return [
    {
      personId,
      label: 'Child in need plan',
      before: 'Runs',
      after: `Ends ${formatDate(closure.endsOn)}: ${endReasonWords[closure.endReason]}`,
    },
    {
      personId,
      label: 'Case',
      before: 'Open',
      after: closure.closureReason
        ? `Closes: ${codeWords('closureReason', closure.closureReason)}`
        : 'Stays open',
    },
    change('What was achieved', closure.achieved),
    change('What is next', closure.whatNext),
    change('Whom the family turns to', closure.turnsTo),
  ]
}

/** What was asked of the same plans when a manager last gave it back. */
async function lastReturned(work: Work, closingId: Uuid): Promise<readonly Closure[]> {
  for (const id of await otherClosings(work, closingId)) {
    const closures = await closuresOf(work, id)
    if (id < closingId && closures.some(({ decidedOutcome }) => decidedOutcome === 'returned'))
      return closures
  }
  return []
}

/** What is asked now and was not, or otherwise, before. */
function changesBetween(before: Closure, now: Closure): readonly Change[] {
  const was = changesOf(before)
  return changesOf(now).flatMap((change, place) => {
    const old = was[place]?.after ?? null
    return old === change.after ? [] : [{ ...change, before: old }]
  })
}

/** Each child with what stands against closing, in one text. */
async function whyNot(work: Work, closures: readonly Closure[]): Promise<string | null> {
  const personIds = closures.map(({ personId }) => personId)
  const running = new Set((await openPlans(work, personIds)).map(({ id }) => id))
  if (closures.length === 0 || closures.some(({ planId }) => !running.has(planId)))
    return 'One of these plans has ended meanwhile. Return this, and ask for it to be handed in again.'
  const bars = await closureBarsOf(work, personIds, 'cin_plan')
  if (bars.length === 0) return null
  const names = new Map((await personSummaries(work, personIds)).map(one => [one.id, one.displayName]))
  return bars.map(({ personId, sentence }) => `${names.get(personId) ?? 'A child'}: ${sentence}`).join(' ')
}

async function close(work: Work, closure: Closure): Promise<void> {
  const { personId, planId, endsOn, closureReason } = closure
  await work
    .db<AssessmentsTables>()
    .updateTable('cin_plan')
    .set(({ eb }) => ({
      ended_on: endsOn,
      end_reason: closure.endReason,
      achieved: closure.achieved,
      what_next: `${closure.whatNext}\n${closure.turnsTo}`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', planId)
    .execute()
  await syncClocks(work, [personId])
  if (closureReason === null) return
  await closeCase(work, { personId, closedOn: endsOn, reason: closureReason })
}
