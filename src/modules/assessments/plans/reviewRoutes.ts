import {
  dayValues,
  Fields,
  type LongForm,
  type LongFormKey,
  longFormHtml,
  openLongForm,
  personParams,
  recordReview,
  recordWriters,
  refusedLongForm,
  ticksOf,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { answerSaveDraft, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { type FormKeys, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { dateFields, dateFieldsFrom, errorsAbove, fieldErrors, html, plural } from '#ui'
import { followReview } from './followReview.ts'
import { draftQuery } from './newOutcomeRoute.ts'
import { parseReview } from './parseReview.ts'
import { planReply, writable } from './planReply.ts'
import { type PlanView, readPlanView } from './planView.ts'
import { childTicks } from './pullForm.ts'
import { childFields, commonFields, fieldsOf } from './reviewForm.ts'

const url = '/people/:personId/plan/review'
const keyOf = (personId: Uuid): LongFormKey => ({
  form: 'plan-review',
  recordKey: personId,
  path: `/people/${personId}/plan/review`,
})

function page(work: Work, view: PlanView, form: LongForm, keys: FormKeys): Reply {
  const { values, errors } = form
  return planReply(view, {
    title: 'Record a review - Child in need plan',
    hasErrors: errors.list.length > 0,
    about: view.planned.map(({ id }) => id),
    content: html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Record a review</h1>
${longFormHtml(form, {
  keys,
  now: work.now,
  submit: 'Save the review',
  cancel: `/people/${view.personId}/plan`,
  fields: html`${childTicks(view, ticksOf(values, 'child'), errors)}
${commonFields(values, errors)}
${view.planned.map(child => childFields(child, view.planned.length === 1, values, errors))}
${dateFields({ name: 'next', legend: 'Next review', hint: 'Left out when the plan ends', value: dateFieldsFrom(values, 'next'), error: errors.of('next') })}`,
})}`,
  })
}

const show = route({
  method: 'GET',
  url,
  admits: recordWriters,
  summary: 'The form for a review of child in need plans',
  purpose: 'casework',
  params: personParams,
  query: draftQuery,
  async handle({ work, params, query, form }): Promise<Reply> {
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const fresh = { child: found.view.planned.map(({ id }) => id), ...dayValues('held', work.today) }
    const opened = await openLongForm(work, keyOf(params.personId), query.draft === 'open', fresh)
    return page(work, found.view, opened, form)
  },
})

const send = route({
  method: 'POST',
  url,
  admits: recordWriters,
  summary: 'Records a review of the plans of the children ticked',
  purpose: 'casework',
  params: personParams,
  query: draftQuery,
  async handle(visit): Promise<Reply> {
    const { work, params, sent, form } = visit
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const { view } = found
    const key = keyOf(params.personId)
    if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(visit, key.form, key.recordKey)
    const fields = new Fields(sent)
    const review = parseReview(fields, sent, view, work.today)
    if (review !== null && (await recordReview(work, review)) === 'already')
      fields.problem(
        'held',
        'A review of this day is recorded already: check the plan before you record another',
      )
    if (review === null || fields.issues.length > 0) {
      const order = [
        'child',
        'held',
        'attended',
        'parentView',
        'noParentView',
        ...view.planned.flatMap(child => Object.values(fieldsOf(child.id))),
        'next',
      ]
      const errors = fieldErrors(fields.issues, order, { held: 'held-day', next: 'next-day' })
      return page(work, view, await refusedLongForm(work, key, sent, errors), form)
    }
    await dropDraft(work, key.form, key.recordKey)
    const success = `Review saved for ${plural(review.children.length, 'child', 'children')}`
    return { kind: 'redirect', location: followReview(review, params.personId), success }
  },
})

export const reviewRoutes = [show, send]
