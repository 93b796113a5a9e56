import { type Fields, type FormValues, parseMoment, ticksOf } from '#modules/casework'
import { parseUuid } from '#platform/ids'
import type { LineWanted } from '../../commands/enquiryRows.ts'
import type { EnquiryWanted } from '../../commands/startEnquiry.ts'
import { mayBegin } from '../../queries/enquirable.ts'
import { discussionOrder, parseDiscussion } from '../discussion/discussionFields.ts'
import { actionOrder, parseAction } from '../immediate/actionFields.ts'
import { firstLines, type StartContext } from './startFields.ts'

export const startOrder = [
  'child',
  'began',
  ...discussionOrder,
  ...actionOrder,
  'joint',
  'lead',
  'by',
  'by-time',
  ...firstLines.flatMap(place => [`question-${place}`, `who-${place}`, `due-${place}`]),
]

/** Reads what is to begin; null with the problems noted. */
export function parseStart(
  fields: Fields,
  context: StartContext,
  sent: FormValues,
  now: Temporal.Instant,
): EnquiryWanted | null {
  const ticked = new Set(ticksOf(sent, 'child'))
  const chosen = context.children.filter(one => ticked.has(one.child.id) && mayBegin(one))
  if (chosen.length === 0) fields.problem('child', 'Tick whom the enquiry is about')
  const began = fields.choice('began', ['discussion', 'immediate'] as const, 'Select what began it')
  const discussion = began === 'discussion' ? parseDiscussion(fields, sent, now) : null
  const action = began === 'immediate' ? parseAction(fields, now) : null
  const beganAt = discussion?.heldAt ?? action?.doneAt ?? null
  if (beganAt !== null) notBeforeReferral(fields, chosen, beganAt, began === 'immediate' ? 'acted' : 'held')
  const joint = fields.choice('joint', ['yes', 'no'] as const, 'Select who makes the enquiry')
  const lead = context.workers[fields.typed('lead')] === undefined ? null : parseUuid(fields.typed('lead'))
  if (lead === null) fields.problem('lead', 'Select who leads it')
  const seeChildBy = seeBy(fields, beganAt, now)
  const lines = firstLines.flatMap(place => lineAt(fields, place))
  if (fields.issues.length > 0 || beganAt === null || joint === null || lead === null) return null
  return {
    personIds: chosen.map(({ child }) => child.id),
    beganAt,
    discussion,
    action,
    isJointWithPolice: joint === 'yes',
    leadWorkerId: lead,
    seeChildBy,
    lines,
  }
}

function notBeforeReferral(
  fields: Fields,
  chosen: StartContext['children'],
  beganAt: Temporal.Instant,
  field: 'held' | 'acted',
): void {
  const on = beganAt.toZonedDateTimeISO('Europe/London').toPlainDate()
  if (
    chosen.some(({ episode }) => episode !== null && Temporal.PlainDate.compare(on, episode.receivedOn) < 0)
  )
    fields.problem(field, 'The day must not be before the referral')
}

function seeBy(
  fields: Fields,
  beganAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const by = parseMoment(fields, 'by', { label: 'The time' }, now.add({ hours: 24 * 60 }))
  if (by !== null && beganAt !== null && Temporal.Instant.compare(by, beganAt) < 0)
    return fields.problem('by', 'The time to see the children by must be after the decision')
  return by
}

function lineAt(fields: Fields, place: number): readonly LineWanted[] {
  const question = fields.text(`question-${place}`, 2000)
  const who = fields.text(`who-${place}`, 200, question === null ? undefined : 'Enter who finds it out')
  const dueOn = fields.date(`due-${place}`, 'By when')
  if (question === null && (who !== null || dueOn !== null))
    fields.problem(`question-${place}`, 'Enter what has to be found out, or remove the rest of this line')
  return question === null || who === null ? [] : [{ question, who, dueOn }]
}
