import {
  type Fields,
  type FormValues,
  type NewReview,
  type ReviewDecision,
  ticksOf,
  typedOf,
} from '#modules/casework'
import {
  dateFields,
  dateFieldsFrom,
  type FieldErrors,
  fieldset,
  type Html,
  html,
  input,
  radios,
  textarea,
} from '#ui'
import { LONGEST_TEXT } from './outcomeForm.ts'
import type { PlannedChild, PlanView } from './planView.ts'

export const decisions = ['continue', 'step_up', 'step_down', 'close'] as const
export const decisionWords: Readonly<Record<ReviewDecision, string>> = {
  continue: 'The plan goes on',
  step_up: 'Step up: ask for a strategy discussion',
  step_down: 'Step down to early help',
  close: 'Close the plan',
}

/** Names of one child's fields. */
export const fieldsOf = (childId: string) => ({
  progress: `progress-${childId}`,
  view: `view-${childId}`,
  noView: `noView-${childId}`,
  decision: `decision-${childId}`,
  why: `why-${childId}`,
})

/** What concerns all the children: who came, what the parents say, when it is held next. */
export function commonFields(values: FormValues, errors: FieldErrors): Html {
  return html`${dateFields({ name: 'held', legend: 'When was it held?', value: dateFieldsFrom(values, 'held'), error: errors.of('held') })}
${input({ name: 'attended', label: { text: 'Who came, and who sent words? (optional)', classes: 'govuk-label--s' }, value: typedOf(values, 'attended'), errorMessage: errors.of('attended') })}
${area('parentView', 'What do the parents or carers say?', values, errors)}
${area('noParentView', 'If they have not said anything, why not?', values, errors)}`
}

/** What is said of one child. */
export function childFields(
  child: PlannedChild,
  isOne: boolean,
  values: FormValues,
  errors: FieldErrors,
): Html {
  const names = fieldsOf(child.id)
  return fieldset({
    legend: { text: isOne ? 'How it goes' : child.displayName, classes: 'govuk-fieldset__legend--m' },
    html: html`${area(names.progress, 'What has changed since the last review?', values, errors)}
${area(names.view, 'What does the child say, in the child’s words?', values, errors)}
${area(names.noView, 'If the child has not been asked, why not?', values, errors)}
${radios({
  name: names.decision,
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'What was decided?', classes: 'govuk-fieldset__legend--s' } },
  items: decisions.map(decision => ({ value: decision, text: decisionWords[decision] })),
  value: typedOf(values, names.decision),
  errorMessage: errors.of(names.decision),
})}
${area(names.why, 'Why? (asked unless the plan goes on)', values, errors)}`,
  })
}

const area = (name: string, label: string, values: FormValues, errors: FieldErrors): Html =>
  textarea({
    name,
    rows: 2,
    label: { text: label, classes: 'govuk-label--s' },
    value: typedOf(values, name),
    errorMessage: errors.of(name),
  })

/** The review as sent, for the children ticked; null with the problems at their fields. */
export function parseReview(
  fields: Fields,
  sent: FormValues,
  view: PlanView,
  today: Temporal.PlainDate,
): NewReview | null {
  const heldOn = fields.date('held', 'Date', 'Enter when it was held')
  if (heldOn && Temporal.PlainDate.compare(heldOn, today) > 0)
    fields.problem('held', 'Date must be today or in the past')
  const attended = fields.text('attended', LONGEST_TEXT)
  const parent = heard(
    fields,
    'parentView',
    'noParentView',
    'Enter what the parents or carers say, or why they have not been asked',
  )
  const ticked = view.planned.filter(({ id }) => ticksOf(sent, 'child').includes(id))
  if (ticked.length === 0) fields.problem('child', 'Select at least one child')
  const children = ticked.flatMap(child => {
    if (heldOn && Temporal.PlainDate.compare(heldOn, child.plan.startedOn) < 0)
      fields.problem('held', 'Date must be on or after the day the plan started')
    const one = parseChild(fields, child)
    return one === null ? [] : [one]
  })
  const goesOn = children.some(({ decision }) => decision !== 'close' && decision !== 'step_down')
  const next = fields.date(
    'next',
    'Date of the next review',
    goesOn ? 'Enter when the next review is' : undefined,
  )
  if (next && Temporal.PlainDate.compare(next, today) < 0)
    fields.problem('next', 'Date of the next review must be today or in the future')
  if (heldOn === null || fields.issues.length > 0) return null
  return {
    heldOn,
    attended,
    parentView: parent.said,
    noParentViewReason: parent.why,
    nextReviewOn: next,
    children,
  }
}

function parseChild(fields: Fields, child: PlannedChild): NewReview['children'][number] | null {
  const names = fieldsOf(child.id)
  const progress = fields.text(names.progress, LONGEST_TEXT, 'Enter what has changed')
  const view = heard(
    fields,
    names.view,
    names.noView,
    'Enter what the child says, or why they have not been asked',
  )
  const decision = fields.choice(names.decision, decisions, 'Select what was decided')
  const needsWhy = decision !== null && decision !== 'continue'
  const why = fields.text(names.why, LONGEST_TEXT, needsWhy ? 'Enter why' : undefined)
  if (progress === null || decision === null) return null
  return {
    plan: child.plan,
    progress,
    childView: view.said,
    noChildViewReason: view.why,
    decision,
    decisionReason: why,
  }
}

/** Someone's own words, or why there are none: one of the two is always there. */
function heard(fields: Fields, said: string, why: string, needed: string) {
  const words = fields.text(said, LONGEST_TEXT)
  const reason = fields.text(why, LONGEST_TEXT)
  if (words === null && reason === null) fields.problem(said, needed)
  return { said: words, why: words === null ? reason : null }
}
