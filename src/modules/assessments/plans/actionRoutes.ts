import { z } from 'zod'
import {
  changeAction,
  dayValues,
  Fields,
  type FormValues,
  type OwnerChoice,
  outcomesOf,
  ownerChoices,
  ownerValue,
  type PlanAction,
  type PlanOutcome,
  recordWriters,
  ticksOf,
  typedOf,
  uuidParam,
  writeActions,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { type FormKeys, formFields, notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
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
  nothing,
  textarea,
} from '#ui'
import { bothTexts } from './changeOutcomeRoute.ts'
import { actionFields, LONGEST_TEXT, outcomeOrder, outcomeTargets, parseAction } from './outcomeForm.ts'
import { planReply, writable } from './planReply.ts'
import { type PlanView, readPlanView } from './planView.ts'

type Twin = { readonly outcomeId: Uuid; readonly personId: Uuid; readonly name: string }

/** The same outcome, in the same words, in the plans of brothers and sisters. */
async function twins(work: Work, view: PlanView, outcome: PlanOutcome): Promise<readonly Twin[]> {
  const others = view.planned.filter(({ id }) => id !== view.personId)
  const theirs = await outcomesOf(
    work,
    others.map(({ plan }) => plan.id),
  )
  return theirs
    .filter(one => one.status === 'open' && one.outcome === outcome.outcome)
    .map(one => ({
      outcomeId: one.id,
      personId: one.personId,
      name: others.find(({ id }) => id === one.personId)?.displayName ?? '',
    }))
}

type Page = {
  readonly view: PlanView
  readonly title: string
  readonly action: string
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly keys: FormKeys
  readonly choices: readonly OwnerChoice[]
  readonly more: Html
  readonly above?: Html
  readonly isStale?: boolean
}

function page(given: Page): Reply {
  const { view, errors, values } = given
  return planReply(view, {
    title: `${given.title} - Child in need plan`,
    hasErrors: errors.list.length > 0,
    ...(given.isStale ? { status: 409 } : {}),
    about: view.planned.map(({ id }) => id),
    content: html`${errorsAbove(errors)}${given.above ?? nothing}
<h1 class="govuk-heading-l">${given.title}</h1>
<form method="post" action="${given.action}" novalidate data-keep-on-failure>
${formFields(given.keys)}
${actionFields(values, errors, given.choices, false)}
${given.more}
<div class="govuk-button-group">${button({ text: 'Save', preventDoubleClick: true })}
<a class="govuk-link" href="/people/${view.personId}/plan">Cancel</a></div>
</form>`,
  })
}

const newUrl = '/people/:personId/plan/outcomes/:outcomeId/actions/new'
const newParams = z.object({ personId: uuidParam, outcomeId: uuidParam })

function twinTicks(others: readonly Twin[], ticked: readonly string[]): Html {
  if (others.length === 0) return nothing
  return checkboxes({
    name: 'also',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Also for the same outcome of', classes: 'govuk-fieldset__legend--s' } },
    items: others.map(({ personId, name }) => ({ value: personId, text: name })),
    values: ticked,
  })
}

const showNew = route({
  method: 'GET',
  url: newUrl,
  admits: recordWriters,
  summary: 'The form for an action of a plan',
  purpose: 'casework',
  params: newParams,
  async handle({ work, params, form }): Promise<Reply> {
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const outcome = found.view.outcomes.find(({ id }) => id === params.outcomeId)
    if (outcome === undefined) return notFound
    const others = await twins(work, found.view, outcome)
    return page({
      view: found.view,
      title: 'Add an action',
      action: `/people/${params.personId}/plan/outcomes/${outcome.id}/actions/new`,
      values: {},
      errors: fieldErrors([]),
      keys: form,
      choices: await ownerChoices(work, params.personId),
      more: twinTicks(
        others,
        others.map(({ personId }) => personId),
      ),
      above: html`<p class="govuk-body">For: ${outcome.outcome}</p>`,
    })
  },
})

const sendNew = route({
  method: 'POST',
  url: newUrl,
  admits: recordWriters,
  summary: 'Adds an action to an outcome of a plan',
  purpose: 'casework',
  params: newParams,
  async handle({ work, params, sent, form }): Promise<Reply> {
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const outcome = found.view.outcomes.find(({ id }) => id === params.outcomeId)
    if (outcome === undefined) return notFound
    const others = await twins(work, found.view, outcome)
    const choices = await ownerChoices(work, params.personId)
    const fields = new Fields(sent)
    const action = parseAction(fields, choices)
    if (action === null || fields.issues.length > 0)
      return page({
        view: found.view,
        title: 'Add an action',
        action: `/people/${params.personId}/plan/outcomes/${outcome.id}/actions/new`,
        values: sent,
        errors: fieldErrors(fields.issues, outcomeOrder, outcomeTargets),
        keys: form,
        choices,
        more: twinTicks(others, ticksOf(sent, 'also')),
      })
    const also = others.filter(({ personId }) => ticksOf(sent, 'also').includes(personId))
    await writeActions(work, [{ outcomeId: outcome.id, personId: params.personId }, ...also], action)
    return { kind: 'redirect', location: `/people/${params.personId}/plan`, success: 'Action added' }
  },
})

const changeUrl = '/people/:personId/plan/actions/:actionId'
const changeParams = z.object({ personId: uuidParam, actionId: uuidParam })
const labels = { what: 'What is to be done', result: 'What came of it', ownerName: 'Name of somebody else' }

const valuesOf = (action: PlanAction): FormValues => ({
  what: action.what,
  owner: ownerValue(action.owner),
  ownerName: action.owner.kind === 'name' ? action.owner.name : '',
  ...dayValues('due', action.dueOn),
  ...dayValues('done', action.doneOn),
  result: action.result ?? '',
})

const doneFields = (values: FormValues, errors: FieldErrors, version: number): Html =>
  html`<input type="hidden" name="version" value="${version}">
<h2 class="govuk-heading-m">When it is done</h2>
${dateFields({ name: 'done', legend: 'Done on (optional)', value: dateFieldsFrom(values, 'done'), error: errors.of('done') })}
${textarea({
  name: 'result',
  rows: 2,
  label: { text: 'What came of it?', classes: 'govuk-label--s' },
  value: typedOf(values, 'result'),
  errorMessage: errors.of('result'),
})}`

/** Owners of the record, and the present one where they are not there any more. */
async function choicesWith(work: Work, personId: Uuid, action: PlanAction): Promise<readonly OwnerChoice[]> {
  const choices = await ownerChoices(work, personId)
  const value = ownerValue(action.owner)
  if (action.owner.kind === 'name' || choices.some(one => one.value === value)) return choices
  return [{ value, text: action.ownerName }, ...choices]
}

const actionOf = (view: PlanView, actionId: Uuid): PlanAction | undefined =>
  view.outcomes.flatMap(({ actions }) => actions).find(({ id }) => id === actionId)

const showChange = route({
  method: 'GET',
  url: changeUrl,
  admits: recordWriters,
  summary: 'The form that changes an action or marks it done',
  purpose: 'casework',
  params: changeParams,
  async handle({ work, params, form }): Promise<Reply> {
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const action = actionOf(found.view, params.actionId)
    if (action === undefined) return notFound
    const values = { ...valuesOf(action), ...(action.doneOn ? {} : dayValues('done', work.today)) }
    return page({
      view: found.view,
      title: 'Mark done or change',
      action: `/people/${params.personId}/plan/actions/${action.id}`,
      values,
      errors: fieldErrors([]),
      keys: form,
      choices: await choicesWith(work, params.personId, action),
      more: doneFields(values, fieldErrors([]), action.version),
    })
  },
})

const sendChange = route({
  method: 'POST',
  url: changeUrl,
  admits: recordWriters,
  summary: 'Changes an action or marks it done with its result',
  purpose: 'casework',
  params: changeParams,
  async handle({ work, params, sent, form }): Promise<Reply> {
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const standing = actionOf(found.view, params.actionId)
    if (standing === undefined) return notFound
    const choices = await choicesWith(work, params.personId, standing)
    const fields = new Fields(sent)
    const action = parseAction(fields, choices)
    const doneOn = fields.date('done', 'Date')
    if (doneOn && Temporal.PlainDate.compare(doneOn, work.today) > 0)
      fields.problem('done', 'Date must be today or in the past')
    const result = fields.text('result', LONGEST_TEXT, doneOn ? 'Enter what came of it' : undefined)
    const shown = (errors: FieldErrors, isStale: boolean) =>
      page({
        view: found.view,
        title: 'Mark done or change',
        action: `/people/${params.personId}/plan/actions/${standing.id}`,
        values: sent,
        errors,
        keys: form,
        choices,
        more: doneFields(sent, errors, standing.version),
        ...(isStale ? { isStale, above: bothTexts(labels, sent, valuesOf(standing)) } : {}),
      })
    if (action === null || fields.issues.length > 0)
      return shown(fieldErrors(fields.issues, outcomeOrder, outcomeTargets), false)
    const version = Number(fields.typed('version')) || 0
    const of = { id: standing.id, personId: params.personId, version }
    if ((await changeAction(work, { ...of, ...action, doneOn, result })) === 'stale')
      return shown(fieldErrors([]), true)
    return { kind: 'redirect', location: `/people/${params.personId}/plan`, success: 'Action saved' }
  },
})

export const actionRoutes = [showNew, sendNew, showChange, sendChange]
