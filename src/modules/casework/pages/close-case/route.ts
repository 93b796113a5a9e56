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
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordWriters } from '../frame/recordParams.ts'
import { submissionFrom } from '../record-visit/form.ts'
import { closeCasePage } from './page.ts'

type CloseVisit = Visit<{ personId: Uuid }, unknown, unknown>

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
  visit: CloseVisit,
  children: readonly FamilyChild[],
  fields = new Fields({}),
  ticked: readonly string[] = [visit.params.personId],
): Promise<Reply> {
  const { work, params, form } = visit
  const frame = await recordFrame(work, params.personId, null)
  if (frame === null) return notFound
  const ids = children.map(({ id }) => id)
  const errors = fieldErrors(fields.issues, ['child', 'reason', 'why'])
  const hasErrors = errors.list.length > 0
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
      ticked,
      typed: name => fields.typed(name),
      errors,
      keys: form,
    }),
    shown: { resource: 'case_closing', subjectIds: ids },
  }
}

async function show(visit: CloseVisit): Promise<Reply> {
  const children = await openCases(visit)
  return Array.isArray(children) ? answer(visit, children) : (children as Reply)
}

async function send(visit: CloseVisit): Promise<Reply> {
  const { work, sent } = visit
  const children = await openCases(visit)
  if (!Array.isArray(children)) return children as Reply
  const fields = new Fields(sent)
  const ids = new Set([sent['child'] ?? []].flat().flatMap(id => parseUuid(String(id)) ?? []))
  const personIds = children.map(({ id }) => id).filter(id => ids.has(id))
  if (personIds.length === 0) fields.problem('child', 'Select whose case closes')
  for (const { personId, sentence } of await closureBarsOf(work, personIds, 'case'))
    fields.problem('child', `${children.find(({ id }) => id === personId)?.displayName}: ${sentence}`)
  const reason = fields.choice('reason', codesOf('closureReason'), 'Select the reason for the census')
  const why = fields.text('why', 10_000, 'Enter why it closes, and whom the family turns to')
  if (fields.issues.length > 0 || reason === null || why === null)
    return answer(visit, children, fields, [...ids])
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
  const success = `${plural(personIds.length, 'case')} closed`
  return { kind: 'redirect', location: '/my-work', success }
}

const common = {
  url: '/people/:personId/close',
  admits: recordWriters,
  purpose: 'casework',
  params: personParams,
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
