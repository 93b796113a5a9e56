import type { Fields } from '#modules/casework'
import { codesOf } from '#reference'
import { endReasons, type NewClosure } from './closures.ts'
import { LONGEST_TEXT } from './outcomeForm.ts'
import type { PlanView } from './planView.ts'

/** What is asked of the manager, as sent, for the children ticked; null with the problems at their fields. */
export function parseClosure(
  fields: Fields,
  view: PlanView,
  ticked: readonly string[],
  today: Temporal.PlainDate,
): NewClosure | null {
  const plans = view.planned.filter(({ id }) => ticked.includes(id)).map(({ plan }) => plan)
  if (plans.length === 0) fields.problem('child', 'Select at least one child')
  const endReason = fields.choice('why', endReasons, 'Select why the plan ends')
  const endsOn = fields.date('ends', 'Date', 'Enter the last day of the plan')
  if (endsOn && Temporal.PlainDate.compare(endsOn, today) > 0)
    fields.problem('ends', 'Date must be today or in the past')
  if (endsOn && plans.some(({ startedOn }) => Temporal.PlainDate.compare(endsOn, startedOn) < 0))
    fields.problem('ends', 'Date must be on or after the day the plan started')
  const achieved = fields.text('achieved', LONGEST_TEXT, 'Enter what was achieved')
  const whatNext = fields.text('next', LONGEST_TEXT, 'Enter what happens next')
  const turnsTo = fields.text('turnsTo', LONGEST_TEXT, 'Enter whom the family turns to')
  const isCase = fields.choice('case', ['closes', 'open'], 'Select whether the case closes too')
  const closureReason =
    isCase === 'closes'
      ? fields.choice('reason', codesOf('closureReason'), 'Select the reason for the census')
      : null
  const remark = fields.text('remark', LONGEST_TEXT)
  if (fields.issues.length > 0 || !endReason || !endsOn || !achieved || !whatNext || !turnsTo) return null
  return { plans, endReason, endsOn, achieved, whatNext, turnsTo, closureReason, remark }
}
