import { z } from 'zod'
import { Fields, ownerChoices, recordWriters, ticksOf, uuidParam, writeActions } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { fieldErrors, html } from '#ui'
import { actionPage } from './actionPage.ts'
import { outcomeOrder, outcomeTargets, parseAction } from './outcomeForm.ts'
import { writable } from './planReply.ts'
import { readPlanView } from './planView.ts'
import { twins, twinTicks } from './twinOutcomes.ts'

const newUrl = '/people/:personId/plan/outcomes/:outcomeId/actions/new'
const newParams = z.object({ personId: uuidParam, outcomeId: uuidParam })

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
    return actionPage({
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
      return actionPage({
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

export const newActionRoutes = [showNew, sendNew]
