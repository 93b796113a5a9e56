import { z } from 'zod'
import { team, workerNames } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import { answerSaveDraft, dropDraft, readDraft, SAVE_DRAFT, saveDraft } from '#platform/drafts'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { fieldErrors } from '#ui'
import { changesSince } from '../../approvals/changesSince.ts'
import { type Decided, decideApproval } from '../../approvals/decideApproval.ts'
import { directsAll } from '../../approvals/directsAll.ts'
import { kindLabel, kindOf } from '../../approvals/handedIn.ts'
import { inboxDue } from '../../approvals/inboxDue.ts'
import { type Approval, approval } from '../../approvals/readApprovals.ts'
import { Fields } from '../frame/fields.ts'
import { recordWriters, uuidParam } from '../frame/recordParams.ts'
import { approvalPage } from './approvalPage.ts'
import { type ApprovalView, decisionDraft } from './approvalView.ts'
import { outcomeWords } from './inboxView.ts'

const params = z.object({ approvalId: uuidParam })
const query = z.object({ draft: z.literal('open').optional().catch(undefined) })
type ApprovalVisit = Visit<z.infer<typeof params>, z.infer<typeof query>, unknown>

type Shown = Pick<ApprovalView, 'fields' | 'conflict' | 'draft' | 'offered'> & { readonly status?: number }

const show = route({
  method: 'GET',
  url: '/approvals/:approvalId',
  admits: recordWriters,
  summary: 'Something handed in: what changed, what was said before, and its decision',
  purpose: 'casework',
  params,
  query,
  async handle(visit): Promise<Reply> {
    const found = await approval(visit.work, visit.params.approvalId)
    if (found === null) return notFound
    const { form, recordKey } = decisionDraft(found.id)
    const kept = found.outcome === null ? await readDraft(visit.work, form, recordKey) : null
    const draft = visit.query.draft === 'open' ? kept : null
    const fields = new Fields(draft?.fields ?? {})
    return pageOf(visit, found, { fields, conflict: null, draft, offered: draft === null ? kept : null })
  },
})

const send = route({
  method: 'POST',
  url: '/approvals/:approvalId',
  admits: recordWriters,
  summary: 'Authorises something handed in, returns it with reasons, or takes it back',
  purpose: 'casework',
  params,
  query,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const found = await approval(work, params.approvalId)
    if (found === null) return notFound
    const { form, recordKey } = decisionDraft(found.id)
    if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(visit, form, recordKey)
    const fields = new Fields(sent)
    const outcome = fields.choice(
      'outcome',
      ['authorised', 'returned', 'withdrawn'],
      'Select whether you authorise it or return it',
    )
    const reason = fields.text(
      'reason',
      4_000,
      outcome === 'returned' ? 'Enter what is to be changed' : undefined,
    )
    const shown = { fields, conflict: null, draft: null, offered: null } as const
    if (outcome === null || fields.issues.length > 0) {
      await saveDraft(work, form, recordKey, sent)
      const draft = await readDraft(work, form, recordKey)
      return pageOf(visit, found, { ...shown, draft, status: 422 })
    }
    if (outcome !== 'withdrawn' && found.outcome === null) {
      const { fingerprint } = await changesSince(work, found)
      if (fingerprint !== fields.typed('shown'))
        return pageOf(visit, found, { ...shown, conflict: 'edited', status: 409 })
    }
    const version = Number(fields.typed('version')) || 0
    const decided = await decideApproval(work, { approvalId: found.id, outcome, reason, version })
    if (decided.kind === 'decided') await dropDraft(work, form, recordKey)
    return answer(visit, found, decided, fields)
  },
})

async function answer(
  visit: ApprovalVisit,
  found: Approval,
  decided: Decided,
  fields: Fields,
): Promise<Reply> {
  if (decided.kind === 'not_found') return notFound
  const shown = { fields, draft: null, offered: null } as const
  if (decided.kind === 'stale')
    return pageOf(visit, decided.approval, { ...shown, conflict: 'decided', status: 409 })
  if (decided.kind === 'refused') {
    fields.problem('outcome', decided.sentence)
    return pageOf(visit, found, { ...shown, conflict: null, status: 422 })
  }
  const { outcome, submittedBy } = decided.approval
  const success =
    outcome === null
      ? ''
      : `${outcomeWords[outcome]}${outcome === 'withdrawn' ? '' : ', and the author told'}`
  const location = submittedBy === visit.work.actor.id ? '/approvals?show=handed_in' : '/approvals'
  return { kind: 'redirect', location, success }
}

async function pageOf(
  { work, form }: ApprovalVisit,
  found: Approval,
  { status = 200, ...shown }: Shown,
): Promise<Reply> {
  const presented = await changesSince(work, found)
  const errors = fieldErrors(shown.fields.issues, ['outcome', 'reason'])
  const workerIds = [found, ...presented.earlier].flatMap(one =>
    [one.submittedBy, one.decidedBy, one.toWorkerId].filter((id): id is Uuid => id !== null),
  )
  const personIds = [
    ...new Set([...found.personIds, ...presented.changes.flatMap(one => one.personId ?? [])]),
  ]
  const people = new Map((await personSummaries(work, personIds)).map(person => [person.id, person]))
  const content = approvalPage({
    ...shown,
    approval: found,
    label: kindLabel(found.kind),
    href: kindOf(found)?.path(found.subjectId) ?? null,
    presented,
    people,
    names: await workerNames(work, [...new Set(workerIds)]),
    teamName: (await team(work, found.teamId))?.name ?? 'the team',
    due: found.outcome === null ? (await inboxDue(work, [found])).get(found.id) : undefined,
    may: await mayNow(work, found),
    errors,
    keys: form,
    today: work.today,
    now: work.now,
  })
  return {
    kind: 'page',
    status,
    title: 'Approval',
    current: '/approvals',
    back: '/approvals',
    hasErrors: errors.list.length > 0,
    content,
    shown: { resource: 'approval', subjectIds: [...people.keys()] },
  }
}

async function mayNow(work: ApprovalVisit['work'], found: Approval): Promise<ApprovalView['may']> {
  if (found.outcome !== null || work.knownAt !== null) return 'read'
  if (found.submittedBy === work.actor.id) return 'withdraw'
  return (await directsAll(work, found.personIds)) ? 'decide' : 'read'
}

/** `/approvals/:approvalId`. */
export const approvalRoutes = [show, send]
