import { z } from 'zod'
import { type Conflict, conflictKinds, conflictsOf, declareConflict, endConflict } from '#modules/access'
import { workerNames } from '#modules/agencies'
import { type FormKeys, formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { button, denseTable, errorsAbove, fieldErrors, formatDateTime, type Html, html, nothing } from '#ui'
import { directsAll } from '../../approvals/directsAll.ts'
import { Fields } from '../frame/fields.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordReaders, uuidParam } from '../frame/recordParams.ts'
import { buttonForm } from '../frame/smallForm.ts'
import { findWorkerForm, findWorkers, workerRadios } from '../frame/workerPicker.ts'
import { conflictFields } from './knowRoute.ts'

const base = '/people/:personId/conflicts'
const codes = Object.keys(conflictKinds) as readonly (keyof typeof conflictKinds)[] // its own keys
const common = { admits: recordReaders, purpose: 'conflict_of_interest', params: personParams } as const
type ConflictsVisit = Pick<Visit<{ personId: Uuid }, unknown, unknown>, 'work' | 'params' | 'form'>

const forManagers: Reply = {
  kind: 'forbidden',
  ask: 'Whom this record is closed to is known to the managers of the case. Ask them.',
}

const show = route({
  ...common,
  method: 'GET',
  url: base,
  summary: 'Workers to whom a record is closed since they know the person',
  query: z.object({ find: z.string().max(100).optional() }),
  handle: visit => pageOf(visit, new Fields({}), visit.query.find),
})

const declare = route({
  ...common,
  method: 'POST',
  url: base,
  summary: 'Closes a record to a worker who knows the person',
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const fields = new Fields(sent)
    const kind = fields.choice('kind', codes, 'Select how they know them')
    const remark = fields.text('remark', 1_000)
    const workerId = parseUuid(fields.typed('worker')) ?? fields.problem('worker', 'Select the worker')
    if (kind === null || workerId === null || fields.issues.length > 0)
      return pageOf(visit, fields, fields.typed('find'))
    const declared = { personId: params.personId, workerId, kind, remark }
    if ((await declareConflict(work, declared)) === 'not_found') return notFound
    if (workerId === work.actor.id)
      return { kind: 'redirect', location: '/', success: 'The record is closed to you' }
    return {
      kind: 'redirect',
      location: `/people/${params.personId}/conflicts`,
      success: 'The record is closed to them',
    }
  },
})

const end = route({
  ...common,
  method: 'POST',
  url: `${base}/:conflictId/end`,
  summary: 'Opens a record again to a worker to whom it was closed',
  params: z.object({ personId: uuidParam, conflictId: uuidParam }),
  async handle({ work, params }): Promise<Reply> {
    if (!(await endConflict(work, params))) return notFound
    return {
      kind: 'redirect',
      location: `/people/${params.personId}/conflicts`,
      success: 'The record may open to them again',
    }
  },
})

async function pageOf(
  { work, params, form }: ConflictsVisit,
  fields: Fields,
  find: string | undefined,
): Promise<Reply> {
  const { personId } = params
  const frame = await recordFrame(work, personId, null)
  if (frame === null) return notFound
  const known = await conflictsOf(work, personId)
  const mayDeclare = await directsAll(work, [personId])
  if (known.length === 0 && !mayDeclare) return forManagers
  const names = await workerNames(work, [...new Set(known.flatMap(one => [one.workerId, one.declaredBy]))])
  const errors = fieldErrors(fields.issues, ['worker', 'kind', 'remark'])
  const found = await findWorkers(work, find)
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Conflicts of interest - Record',
    hasErrors,
    before: frame.before,
    content: html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Conflicts of interest</h1>
<p class="govuk-body">For a worker who knows the person outside work this record does not exist: no allocation, rota or reason opens it.</p>
${list(personId, known, names, work, form)}
${
  mayDeclare && work.knownAt === null
    ? html`<h2 class="govuk-heading-m">Close the record to a worker</h2>
${findWorkerForm(`/people/${personId}/conflicts`, find)}
${
  found.length === 0
    ? workerRadios(found, find, errors)
    : html`<form method="post" action="/people/${personId}/conflicts" novalidate data-keep-on-failure>
  ${formFields(form)}
  <input type="hidden" name="find" value="${find ?? ''}">
  ${workerRadios(found, find, errors)}
  ${conflictFields(fields, errors, 'How do they know them?')}
  ${button({ text: 'Close the record to them', preventDoubleClick: true })}
</form>`
}`
    : nothing
}`,
    shown: { resource: 'conflicts', subjectIds: [personId] },
  }
}

function list(
  personId: Uuid,
  known: readonly Conflict[],
  names: ReadonlyMap<Uuid, string>,
  work: ConflictsVisit['work'],
  keys: FormKeys,
): Html {
  if (known.length === 0) return html`<p class="govuk-body">None is declared.</p>`
  const stands = (one: Conflict): boolean =>
    one.endsAt === null || Temporal.Instant.compare(work.now, one.endsAt) < 0
  const ending = (one: Conflict): Html => {
    if (!stands(one)) return html`Ended ${one.endsAt ? formatDateTime(one.endsAt) : ''}`
    if (one.workerId === work.actor.id || work.knownAt !== null) return html`Stands`
    const words = html`Open it to them again<span class="govuk-visually-hidden">: ${names.get(one.workerId)}</span>`
    return buttonForm(`/people/${personId}/conflicts/${one.id}/end`, words, keys)
  }
  return denseTable({
    caption: 'Conflicts of interest, newest first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Worker', 'How they know them', 'Remark', 'Declared', 'State'].map(text => ({ text })),
    rows: known.map(one => [
      { text: names.get(one.workerId) ?? '' },
      { text: kindInWords[one.kind] },
      { text: one.remark ?? '' },
      {
        text: `${formatDateTime(one.startsAt)}${one.declaredBy === one.workerId ? ', by themselves' : `, by ${names.get(one.declaredBy) ?? ''}`}`,
      },
      { html: ending(one) },
    ]),
  })
}

const kindInWords = {
  own_family: 'Family, or same home',
  friend_or_neighbour: 'Friends or neighbours',
  own_child_at_school: 'Children at school together',
  other: 'Otherwise',
} as const

/** `/people/:personId/conflicts`. */
export const conflictRoutes = [show, declare, end]
