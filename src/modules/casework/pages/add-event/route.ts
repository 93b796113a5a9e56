import { formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import {
  button,
  checkboxes,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  type FieldErrors,
  fieldErrors,
  type Html,
  html,
  input,
  textarea,
} from '#ui'
import { addSignificantEvent } from '../../commands/addSignificantEvent.ts'
import { type FamilyChild, familyChildren } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordWriters } from '../frame/recordParams.ts'

const show = route({
  method: 'GET',
  url: '/people/:personId/events/new',
  admits: recordWriters,
  summary: 'The form for a significant event',
  purpose: 'casework',
  params: personParams,
  handle: visit => formReply({ ...visit, sent: { about: visit.params.personId } }, fieldErrors([])),
})

const refusals = {
  nobody: ['about', 'Select at least one child that this is about'],
  in_future: ['on', 'Date must be today or in the past'],
  may_not_write: ['about', 'You may not write in the record of one of these children'],
} as const

const add = route({
  method: 'POST',
  url: '/people/:personId/events/new',
  admits: recordWriters,
  summary: 'Adds a significant event to the chronology',
  purpose: 'casework',
  params: personParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    if ((await familyChildren(work, params.personId)).length === 0) return notFound
    const fields = new Fields(sent)
    const happenedOn = fields.date('on', 'Date', 'Enter the date')
    const description = fields.text('description', 1_000, 'Enter what happened')
    const source = fields.text('source', 200)
    const impact = fields.text('impact', 1_000)
    if (fields.issues.length === 0 && happenedOn && description) {
      const personIds = [sent['about'] ?? []].flat().flatMap(id => parseUuid(String(id)) ?? [])
      const added = await addSignificantEvent(work, { personIds, happenedOn, description, source, impact })
      if (added.outcome === 'added')
        return { kind: 'redirect', location: `/people/${params.personId}/chronology`, success: 'Event added' }
      const [field, message] = refusals[added.refusal]
      fields.problem(field, message)
    }
    return formReply(visit, fieldErrors(fields.issues, ['about', 'on', 'description'], { on: 'on-day' }))
  },
})

type EventVisit = Pick<Visit<{ personId: Uuid }, unknown, unknown>, 'work' | 'params' | 'sent' | 'form'>

async function formReply(visit: EventVisit, errors: FieldErrors): Promise<Reply> {
  const { work, params } = visit
  const frame = await recordFrame(work, params.personId, 'chronology')
  if (frame === null) return notFound
  const children = (await familyChildren(work, params.personId)).filter(child => child.mayWrite)
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Add a significant event',
    hasErrors,
    before: frame.before,
    content: eventForm(visit, children, errors),
    shown: { resource: 'event_form', subjectIds: [params.personId, ...children.map(child => child.id)] },
  }
}

function eventForm(
  { params, sent, form }: EventVisit,
  children: readonly FamilyChild[],
  errors: FieldErrors,
): Html {
  const typed = new Fields(sent)
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Add a significant event</h1>
<form method="post" action="/people/${params.personId}/events/new" novalidate data-keep-on-failure>
  ${formFields(form)}
  ${checkboxes({
    name: 'about',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Who is it about?', classes: 'govuk-fieldset__legend--s' } },
    items: children.map(child => ({ value: child.id, text: `${child.displayName}, ${child.age}` })),
    values: [sent['about'] ?? []].flat().map(String),
    errorMessage: errors.of('about'),
  })}
  ${dateFields({ name: 'on', legend: 'Date', value: dateFieldsFrom(sent, 'on'), error: errors.of('on') })}
  ${textarea({ name: 'description', rows: 2, label: { text: 'What happened, in a line or two', classes: 'govuk-label--s' }, hint: { text: 'The fact, and who said so. Good events count too' }, value: typed.typed('description'), errorMessage: errors.of('description') })}
  ${input({ name: 'source', label: { text: 'Source', classes: 'govuk-label--s' }, hint: { text: 'For example, school, police report' }, value: typed.typed('source'), errorMessage: errors.of('source') })}
  ${textarea({ name: 'impact', rows: 2, label: { text: 'What it means for the children', classes: 'govuk-label--s' }, value: typed.typed('impact'), errorMessage: errors.of('impact') })}
  ${button({ text: 'Add the event', preventDoubleClick: true })}
</form>`
}

export const addEventRoutes = [show, add]
