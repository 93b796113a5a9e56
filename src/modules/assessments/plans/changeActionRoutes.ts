import { z } from 'zod'
import {
  changeAction,
  dayValues,
  Fields,
  type OwnerChoice,
  ownerChoices,
  ownerValue,
  type PlanAction,
  recordWriters,
  uuidParam,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FieldErrors, fieldErrors } from '#ui'
import { actionPage } from './actionPage.ts'
import { actionLabels, actionValues, doneFields } from './actionValues.ts'
import { bothTexts } from './bothTexts.ts'
import { LONGEST_TEXT, outcomeOrder, outcomeTargets, parseAction } from './outcomeForm.ts'
import { writable } from './planReply.ts'
import { type PlanView, readPlanView } from './planView.ts'

const changeUrl = '/people/:personId/plan/actions/:actionId'
const changeParams = z.object({ personId: uuidParam, actionId: uuidParam })
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
    const values = { ...actionValues(action), ...(action.doneOn ? {} : dayValues('done', work.today)) }
    return actionPage({
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
      actionPage({
        view: found.view,
        title: 'Mark done or change',
        action: `/people/${params.personId}/plan/actions/${standing.id}`,
        values: sent,
        errors,
        keys: form,
        choices,
        more: doneFields(sent, errors, standing.version),
        ...(isStale ? { isStale, above: bothTexts(actionLabels, sent, actionValues(standing)) } : {}),
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

export const changeActionRoutes = [showChange, sendChange]
