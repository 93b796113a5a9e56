import { z } from 'zod'
import { giveReference, mayGiveReference } from '#modules/access'
import { type FormKeys, formFields, notFound, type Reply, route } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { button, errorsAbove, fieldErrors, type Html, html, nothing } from '#ui'
import { personParams, recordReaders } from '../frame/recordParams.ts'
import { type FoundWorker, findWorkerForm, findWorkers, workerRadios } from '../frame/workerPicker.ts'

const url = '/people/:personId/give-reference'

const show = route({
  method: 'GET',
  url,
  admits: recordReaders,
  summary: 'The form that gives a worker a reference to a restricted record',
  purpose: 'restriction',
  params: personParams,
  query: z.object({ find: z.string().max(100).optional() }),
  async handle({ work, params, query, form }): Promise<Reply> {
    if (!(await mayGiveReference(work, params.personId))) return notFound
    const found = await findWorkers(work, query.find)
    return pageOf(params.personId, giveForm(params.personId, query.find, found, form, []))
  },
})

const give = route({
  method: 'POST',
  url,
  admits: recordReaders,
  summary: 'Gives a worker a reference to a restricted record',
  purpose: 'restriction',
  params: personParams,
  // The token is shown once and kept nowhere: sending again makes another, and the first still works for its worker.
  repeats: true,
  async handle({ work, params, sent, form }): Promise<Reply> {
    if (!(await mayGiveReference(work, params.personId))) return notFound
    const find = String(sent['find'] ?? '')
    const found = await findWorkers(work, find)
    const chosen = parseUuid(String(sent['worker'] ?? ''))
    const token = chosen && (await giveReference(work, params.personId, chosen))
    if (token) return pageOf(params.personId, givenPage(params.personId, token))
    const issues = [{ path: ['worker'], message: 'Select a worker other than yourself' }]
    return pageOf(params.personId, giveForm(params.personId, find, found, form, issues), true)
  },
})

function pageOf(personId: Uuid, content: Html, hasErrors = false): Reply {
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Give a reference',
    hasErrors,
    content,
    shown: { resource: 'reference', subjectIds: [personId] },
  }
}

function giveForm(
  personId: Uuid,
  find: string | undefined,
  found: readonly FoundWorker[],
  keys: FormKeys,
  issues: readonly { path: readonly string[]; message: string }[],
): Html {
  const errors = fieldErrors(issues)
  const action = `/people/${personId}/give-reference`
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Give a reference</h1>
<p class="govuk-body">A reference opens this restricted record once, for one worker, within 24 hours. You and the named list are told when it is used.</p>
${findWorkerForm(action, find)}
${
  found.length > 0
    ? html`<form method="post" action="${action}" novalidate>
  ${formFields(keys)}
  <input type="hidden" name="find" value="${find ?? ''}">
  ${workerRadios(found, find, errors)}
  ${button({ text: 'Give the reference', preventDoubleClick: true })}
</form>`
    : find
      ? workerRadios(found, find, errors)
      : nothing
}`
}

function givenPage(personId: Uuid, token: string): Html {
  return html`<h1 class="govuk-heading-l">The reference is given</h1>
<p class="govuk-body">Tell the worker this reference. It is shown once and kept nowhere.</p>
<p class="govuk-body-l"><code>${token}</code></p>
<p class="govuk-body">They open <code>/open-with-reference</code>, enter it and say why.</p>
<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/give-reference">Give another</a></p>`
}

export const giveReferenceRoutes = [show, give]
