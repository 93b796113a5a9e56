import { type Fields, type FormValues, parseMoment, ticksOf } from '#modules/casework'
import type { Work } from '#platform/db'
import { codesIn, powerWords } from '../../../enquiry/rules/enquiryWords.ts'
import type { MeetingWanted } from '../../commands/planMeeting.ts'
import { isConferenceKind } from '../../rules/meeting.ts'
import { keepersOf } from '../form/keeperFields.ts'
import { parseWhen } from '../workspace/moveForm.ts'
import type { NewContext } from './newContext.ts'
import type { Begins } from './newFields.ts'

/** Reads the form that plans a meeting; null with the problems noted. Whom it is about and who is asked are the caller's. */
export function parseNew(
  fields: Fields,
  { kind, children, keepers }: NewContext,
  sent: FormValues,
  work: Work,
  begins: Begins = 'anew',
): MeetingWanted | null {
  const ticked = ticksOf(sent, 'children').filter(id => children.some(one => one.id === id))
  if (ticked.length === 0) fields.problem('children', 'Tick at least one child')
  const isStrategy = kind === 'strategy'
  const isNew = isStrategy && begins === 'anew'
  const reason = fields.text(
    'reason',
    5_000,
    isStrategy ? 'Enter why there is reasonable cause to suspect significant harm' : 'Enter why it is called',
  )
  const identifiedAt = isNew
    ? parseMoment(
        fields,
        'identified',
        { label: 'When it was clear', needed: 'Enter the day on which it was clear' },
        work.now,
      )
    : null
  const acted = isNew ? parseActed(fields, work.now) : null
  const when = parseWhen(fields)
  if (fields.issues.length > 0 || reason === null || when === null) return null
  return {
    kind,
    personIds: [],
    reason,
    identifiedAt,
    ...(acted ? { acted } : {}),
    ...when,
    ...keepersOf(keepers, sent),
    ...(isConferenceKind(kind) ? {} : { chairId: work.actor.id }),
    invitees: [],
  }
}

/** What was done before there could be a discussion: all of it, or nothing. */
function parseActed(fields: Fields, now: Temporal.Instant): MeetingWanted['acted'] {
  const first = fields.text('actedFirst', 5_000)
  const by = fields.text('actedBy', 200)
  const at = parseMoment(fields, 'acted', { label: 'When it was done' }, now)
  const power = codesIn(powerWords).find(code => code === fields.typed('actedPower')) ?? null
  if (first === null && by === null && at === null && power === null) return null
  const isNoted = fields.issues.some(({ path }) => String(path[0]).startsWith('acted'))
  if (first === null) fields.problem('actedFirst', 'Enter what was done, or remove the rest')
  if (by === null) fields.problem('actedBy', 'Enter who did it')
  if (at === null && !isNoted) fields.problem('acted', 'Enter the day on which it was done')
  if (power === null) fields.problem('actedPower', 'Select by what right')
  return first === null || by === null || at === null || power === null ? null : { first, by, at, power }
}
