import { type Fields, type FormValues, ticksOf } from '#modules/casework'
import { parseAnyMoment } from '../../../meeting/pages/form/coming.ts'
import type { ChildDecision, DiscussionClosing } from '../../commands/closeDiscussion.ts'
import type { DecisionContext } from './decisionContext.ts'
import { LINES } from './decisionFields.ts'

/** Reads the form that closes a discussion; null with the problems noted. */
export function parseDecision(
  fields: Fields,
  context: DecisionContext,
  sent: FormValues,
  now: Temporal.Instant,
): Omit<DiscussionClosing, 'meetingId' | 'version'> | null {
  const { absent } = context.opened.quorum
  const quorumException =
    absent.length > 0 ? fields.text('quorumException', 2_000, 'Enter why it is held without a quorum') : null
  const children = context.children.map(child => parseChild(fields, context, child, { sent, now }))
  const lines = LINES.flatMap(number => {
    const question = fields.text(`question-${number}`, 1_000)
    const who = fields.text(`who-${number}`, 200, question === null ? undefined : 'Enter who does it')
    return question === null || who === null ? [] : [{ question, who }]
  })
  const leadWorkerId = context.workers.find(({ id }) => id === sent['lead'])?.id ?? null
  const whole = children.filter(one => one !== null)
  if (fields.issues.length > 0 || whole.length < children.length) return null
  return { children: whole, quorumException, leadWorkerId, lines }
}

type Around = { readonly sent: FormValues; readonly now: Temporal.Instant }

function parseChild(
  fields: Fields,
  context: DecisionContext,
  { id, isEnquired }: DecisionContext['children'][number],
  { sent, now }: Around,
): ChildDecision | null {
  const choices = isEnquired ? (['enquiry_continues'] as const) : (['start_enquiry', 'no_enquiry'] as const)
  const decision = fields.choice<ChildDecision['decision']>(
    `decision-${id}`,
    choices,
    'Select what is decided',
  )
  const reasons = fields.text(`reasons-${id}`, 10_000, 'Enter the reasons')
  const starts = decision === 'start_enquiry'
  const how = starts
    ? fields.choice(`joint-${id}`, ['joint', 'single'], 'Select who makes the enquiry')
    : null
  const seeChildBy = starts ? parseAnyMoment(fields, `see-${id}`, 'When the child is to be seen by') : null
  if (seeChildBy !== null && Temporal.Instant.compare(seeChildBy, now) < 0)
    fields.problem(`see-${id}`, 'When the child is to be seen by must be in the future')
  const who = new Set(ticksOf(sent, `dissent-${id}`))
  const dissenting = context.present.filter(one => who.has(one.id))
  const why = fields.text(
    `why-${id}`,
    5_000,
    dissenting.length > 0 ? 'Enter why they do not agree' : undefined,
  )
  if (decision === null || reasons === null) return null
  return {
    personId: id,
    decision,
    reasons,
    isJointWithPolice: how === null ? null : how === 'joint',
    seeChildBy,
    dissents: why === null ? [] : dissenting.map(one => ({ inviteeId: one.id, reasons: why })),
  }
}
