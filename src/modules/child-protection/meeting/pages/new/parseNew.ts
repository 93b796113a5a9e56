import { type Fields, type FormValues, ticksOf } from '#modules/casework'
import type { Work } from '#platform/db'
import { parseMoment } from '../../../child-form/moments.ts'
import type { MeetingWanted } from '../../commands/planMeeting.ts'
import { parseWhen } from '../workspace/moveForm.ts'
import type { NewContext } from './newContext.ts'

/** Reads the form that plans a meeting; null with the problems noted. Whom it is about and who is asked are the caller's. */
export function parseNew(
  fields: Fields,
  { kind, children, chairs }: NewContext,
  sent: FormValues,
  work: Work,
): MeetingWanted | null {
  const ticked = ticksOf(sent, 'children').filter(id => children.some(one => one.id === id))
  if (ticked.length === 0) fields.problem('children', 'Tick at least one child')
  const isStrategy = kind === 'strategy'
  const reason = fields.text(
    'reason',
    5_000,
    isStrategy ? 'Enter why there is reasonable cause to suspect significant harm' : 'Enter why it is called',
  )
  const identifiedAt = isStrategy
    ? parseMoment(
        fields,
        'identified',
        { label: 'When it was clear', needed: 'Enter the day on which it was clear' },
        work.now,
      )
    : null
  const acted = isStrategy ? parseActed(fields, work.now) : null
  const when = parseWhen(fields)
  if (fields.issues.length > 0 || reason === null || when === null) return null
  return {
    kind,
    personIds: [],
    reason,
    identifiedAt,
    ...(acted === null ? {} : { acted }),
    ...when,
    chairId:
      isStrategy || kind === 'core_group'
        ? work.actor.id
        : (chairs.find(({ id }) => id === sent['chair'])?.id ?? null),
    administratorId: null,
    invitees: [],
  }
}

function parseActed(
  fields: Fields,
  now: Temporal.Instant,
): { readonly first: string; readonly at: Temporal.Instant } | null {
  const first = fields.text('actedFirst', 5_000)
  const at = parseMoment(fields, 'acted', { label: 'When it was done' }, now)
  if (first === null && at === null) return null
  if (first === null) return fields.problem('actedFirst', 'Enter what was done, or remove when')
  if (at === null)
    return fields.issues.some(({ path }) => String(path[0]).startsWith('acted'))
      ? null
      : fields.problem('acted', 'Enter the day on which it was done')
  return { first, at }
}
