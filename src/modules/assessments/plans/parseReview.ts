import { type Fields, type FormValues, type NewReview, ticksOf } from '#modules/casework'
import { LONGEST_TEXT } from './outcomeForm.ts'
import type { PlannedChild, PlanView } from './planView.ts'
import { decisions, fieldsOf } from './reviewForm.ts'

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
