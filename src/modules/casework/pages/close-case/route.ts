import { z } from 'zod'
import { answerSaveDraft, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { codesOf, codeWords } from '#reference'
import { fieldErrors, plural } from '#ui'
import { directsAll } from '../../approvals/directsAll.ts'
import { heldBy } from '../../commands/holdings.ts'
import { recordOversight } from '../../oversight/recordOversight.ts'
import { closeCase } from '../../plans/closeCase.ts'
import { closureBarsOf } from '../../plans/closureBars.ts'
import { type FamilyChild, familyChildren } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'
import { type LongForm, type LongFormKey, openLongForm, refusedLongForm, ticksOf } from '../frame/longForm.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordWriters } from '../frame/recordParams.ts'
import { submissionFrom } from '../record-visit/form.ts'
import { closeCasePage } from './page.ts'

const query = z.object({ draft: z.literal('open').optional().catch(undefined) })
type CloseVisit = Visit<{ personId: Uuid }, z.infer<typeof query>, unknown>

const keyOf = (personId: Uuid): LongFormKey => ({
  form: 'case-closing',
  recordKey: personId,
  path: `/people/${personId}/close`,
})

const forManagers: Reply = {
  kind: 'forbidden',
  ask: 'A manager of the case closes it. Ask the manager of the team that holds it.',
}

/** Children of the family whose open cases the reader directs, the one in the address among them; else what to answer. */
async function openCases({ work, params }: CloseVisit): Promise<readonly FamilyChild[] | Reply> {
  const children = await familyChildren(work, params.personId)
  if (children.length === 0) return notFound
  const ids = children.map(({ id }) => id)
  const open = (await heldBy(work, ids)).filter(({ endedOn }) => endedOn === null)
  const held = new Set(open.map(({ personId }) => personId))
  const directed: FamilyChild[] = []
  for (const child of children)
    if (held.has(child.id) && (await directsAll(work, [child.id]))) directed.push(child)
  return directed.some(({ id }) => id === params.personId) ? directed : forManagers
}

async function answer(
  { work, params, form: keys }: CloseVisit,
  children: readonly FamilyChild[],
  form: LongForm,
): Promise<Reply> {
  const frame = await recordFrame(work, params.personId, null)
  if (frame === null) return notFound
  const ids = children.map(({ id }) => id)
  const hasErrors = form.errors.list.length > 0
  const bars = await closureBarsOf(work, ids, 'case')
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Close the case',
    hasErrors,
    before: frame.before,
    content: closeCasePage({
      personId: params.personId,
      children,
      bars,
      form,
      keys,
      now: work.now,
    }),
    shown: { resource: 'case_closing', subjectIds: ids },
  }
}

async function show(visit: CloseVisit): Promise<Reply> {
  const children = await openCases(visit)
  if (!Array.isArray(children)) return children as Reply
  const { work, params, query: asked } = visit
  const fresh = { child: [params.personId] }
  return answer(
    visit,
    children,
    await openLongForm(work, keyOf(params.personId), asked.draft === 'open', fresh),
  )
}

async function send(visit: CloseVisit): Promise<Reply> {
  const { work, params, sent } = visit
  const children = await openCases(visit)
  if (!Array.isArray(children)) return children as Reply
  const key = keyOf(params.personId)
  if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(visit, key.form, key.recordKey)
  const fields = new Fields(sent)
  const ids = new Set(ticksOf(sent, 'child').flatMap(id => parseUuid(id) ?? []))
  const personIds = children.map(({ id }) => id).filter(id => ids.has(id))
  if (personIds.length === 0) fields.problem('child', 'Select whose case closes')
  for (const { personId, sentence } of await closureBarsOf(work, personIds, 'case'))
    fields.problem('child', `${children.find(({ id }) => id === personId)?.displayName}: ${sentence}`)
  const reason = fields.choice('reason', codesOf('closureReason'), 'Select the reason for the census')
  const why = fields.text('why', 10_000, 'Enter why it closes, and whom the family turns to')
  if (fields.issues.length > 0 || reason === null || why === null)
    return answer(
      visit,
      children,
      await refusedLongForm(work, key, sent, fieldErrors(fields.issues, ['child', 'reason', 'why'])),
    )
  const closed = await recordOversight(work, {
    personIds,
    lookedAt: `The case, which closes: ${codeWords('closureReason', reason)}`,
    view: why,
    direction: null,
    by: null,
    givesTasks: false,
    submission: submissionFrom(sent) ?? visit.form.submission,
  })
  if (closed.outcome === 'not_manager') return forManagers
  for (const personId of personIds) await closeCase(work, { personId, closedOn: work.today, reason })
  await dropDraft(work, key.form, key.recordKey)
  const success = `${plural(personIds.length, 'case')} closed`
  return { kind: 'redirect', location: '/my-work', success }
}

const common = {
  url: '/people/:personId/close',
  admits: recordWriters,
  purpose: 'casework',
  params: personParams,
  query,
} as const

/** Closing a case that needs no plan, or none any more: after an assessment with no further action, say. */
export const closeCaseRoutes = [
  route({
    ...common,
    method: 'GET',
    summary: 'The form that closes the cases of the children of a family',
    handle: show,
  }),
  route({ ...common, method: 'POST', summary: 'Closes the cases of the children ticked', handle: send }),
]
