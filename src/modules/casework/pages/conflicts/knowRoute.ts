import { conflictKinds, declareConflict } from '#modules/access'
import { formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  errorsAbove,
  type FieldErrors,
  fieldErrors,
  type Html,
  html,
  radios,
  textarea,
  warningText,
} from '#ui'
import { Fields } from '../frame/fields.ts'
import { personParams, recordReaders } from '../frame/recordParams.ts'

type KnowVisit = Pick<Visit<{ personId: Uuid }, unknown, unknown>, 'params' | 'form'>
const codes = Object.keys(conflictKinds) as readonly (keyof typeof conflictKinds)[] // its own keys
const common = {
  url: '/people/:personId/know',
  admits: recordReaders,
  purpose: 'conflict_of_interest',
  params: personParams,
} as const

const show = route({
  ...common,
  method: 'GET',
  summary: 'The form that closes a record to oneself, since one knows the person',
  handle: async visit => pageOf(visit, new Fields({})),
})

const send = route({
  ...common,
  method: 'POST',
  summary: 'Closes a record to oneself, since one knows the person',
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const fields = new Fields(sent)
    const kind = fields.choice('kind', codes, 'Select how you know them')
    const remark = fields.text('remark', 1_000)
    if (kind === null || fields.issues.length > 0) return pageOf(visit, fields)
    const declared = { personId: params.personId, workerId: work.actor.id, kind, remark }
    if ((await declareConflict(work, declared)) === 'not_found') return notFound
    return { kind: 'redirect', location: '/', success: 'The record is closed to you, and its managers told' }
  },
})

/** The same page for everybody's id, so that it tells nothing of whether there is such a record. */
function pageOf({ params, form }: KnowVisit, fields: Fields): Reply {
  const errors = fieldErrors(fields.issues, ['kind', 'remark'])
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'I know this person',
    hasErrors,
    content: html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">I know this person</h1>
<p class="govuk-body">Nobody reads the record of people whom they know outside work. To say so is no fault.</p>
${warningText({ text: 'The record closes to you at once, whatever else would open it. Managers of the case are told, and only they can open it to you again.', iconFallbackText: 'Warning' })}
<form method="post" action="/people/${params.personId}/know" novalidate data-keep-on-failure>
  ${formFields(form)}
  ${conflictFields(fields, errors, 'How do you know them?')}
  ${button({ text: 'Close the record to me', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`,
    shown: 'nothing',
  }
}

/** How somebody knows a person: shared with the page on which a manager says it of a worker. */
export function conflictFields(fields: Fields, errors: FieldErrors, legend: string): Html {
  return html`${radios({
    name: 'kind',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    items: Object.entries(conflictKinds).map(([value, text]) => ({ value, text })),
    value: fields.typed('kind'),
    errorMessage: errors.of('kind'),
  })}
  ${textarea({
    name: 'remark',
    rows: 2,
    label: { text: 'Anything the manager should know (optional)', classes: 'govuk-label--s' },
    value: fields.typed('remark'),
    errorMessage: errors.of('remark'),
  })}`
}

/** `/people/:personId/know`. */
export const knowRoutes = [show, send]
