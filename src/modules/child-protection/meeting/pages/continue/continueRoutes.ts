import { ticksOf } from '#modules/casework'
import { formVersion } from '#platform/http'
import { html, insetText, nothing } from '#ui'
import { planMeeting } from '../../commands/planMeeting.ts'
import { continuedBy } from '../../queries/meetingsOf.ts'
import { suggestedInvitees } from '../../queries/suggestedInvitees.ts'
import { whoKeeps } from '../../queries/whoKeeps.ts'
import type { Meeting } from '../../rules/meeting.ts'
import { keeperValues } from '../form/keeperFields.ts'
import { meetingForm } from '../form/meetingForm.ts'
import { tickedOf, usualTicks } from '../invitees/suggestedFields.ts'
import { meetingPath } from '../meetingPath.ts'
import type { NewContext } from '../new/newContext.ts'
import { newFields, newOrder } from '../new/newFields.ts'
import { refusedBecause } from '../new/newRoutes.ts'
import { parseNew } from '../new/parseNew.ts'
import { whenLabels, whenTargets, whenValues } from '../workspace/moveForm.ts'
import { askedAgain } from './askedAgain.ts'

type Context = NewContext & { readonly next: Meeting | null }
type Planned = NonNullable<ReturnType<typeof parseNew>>

/** `/meetings/:meetingId/continue`: plans the meeting that continues an adjourned one, with the same children and people. */
export const continueRoutes = meetingForm<Context, Planned>({
  part: '/continue',
  tab: '',
  name: 'meeting-continue',
  title: 'Plan the meeting that continues it',
  heading: () => 'Plan the meeting that continues it',
  summary: {
    show: 'The form that plans the meeting which continues an adjourned one',
    send: 'Plans the meeting which continues an adjourned one, and asks the same people to it',
  },
  submit: () => 'Plan the meeting',
  async read({ work, opened: { meeting, children, invitees, parts } }) {
    if (meeting.status !== 'adjourned' || !parts.includes('line')) return null
    const again = askedAgain(invitees)
    const known = new Set(again.map(({ key }) => key))
    const others = await suggestedInvitees(work, meeting.kind, meeting.personIds)
    return {
      kind: meeting.kind,
      children,
      suggested: [
        ...again,
        ...others.filter(({ key }) => !known.has(key)).map(one => ({ ...one, isUsual: false })),
      ],
      keepers: await whoKeeps(work, meeting.kind),
      next: await continuedBy(work, meeting.id),
    }
  },
  fresh: ({ children, suggested }, { work, opened: { meeting } }) => ({
    children: children.map(({ id }) => id),
    reason: meeting.reason,
    ask: usualTicks(suggested),
    ...keeperValues(meeting),
    ...whenValues({ ...meeting, plannedAt: sameTimeOn(meeting, work.now) }),
  }),
  version: ({ next }, { opened }) => formVersion([opened.meeting.version, next?.id ?? '']),
  above: ({ next }) =>
    next === null
      ? html`<p class="govuk-body">Everybody who was asked is ticked. Reports that were brought are carried over, and whoever a chair keeps out stays out.</p>`
      : insetText({
          html: html`It is planned already: <a class="govuk-link" href="${meetingPath(next.id)}">look at the meeting that continues it</a>.`,
        }),
  fields: (context, values, errors) =>
    context.next === null ? newFields(context, values, errors, 'continues') : nothing,
  parse(fields, context, { work, sent }) {
    const wanted = parseNew(fields, context, sent, work, 'continues')
    const ticked = new Set(ticksOf(sent, 'children'))
    return (
      wanted && {
        ...wanted,
        personIds: context.children.flatMap(({ id }) => (ticked.has(id) ? [id] : [])),
        invitees: tickedOf(context.suggested, sent),
      }
    )
  },
  async save(wanted, { next }, { work, opened: { meeting } }) {
    if (next !== null) return { outcome: 'stale' }
    const planned = await planMeeting(work, {
      ...wanted,
      agenda: meeting.agenda,
      identifiedAt: meeting.identifiedAt,
      acted: actedIn(meeting),
      previousId: meeting.id,
    })
    if (planned.outcome === 'refused')
      return { outcome: 'refused', issues: [refusedBecause[planned.because]] }
    return {
      outcome: 'saved',
      location: meetingPath(planned.meetingId),
      success: 'Meeting planned. Whoever signs in is told',
    }
  },
  order: () => newOrder,
  targets: () => whenTargets,
  labels: () => ({ ...whenLabels, reason: 'Why it is called' }),
})

/** A week after it was planned for, at the same time of day; never in the past. */
function sameTimeOn({ plannedAt }: Meeting, now: Temporal.Instant): Temporal.Instant {
  let at = plannedAt.toZonedDateTimeISO('Europe/London').add({ weeks: 1 })
  while (Temporal.Instant.compare(at.toInstant(), now) <= 0) at = at.add({ weeks: 1 })
  return at.toInstant()
}

const actedIn = ({ actedFirst: first, actedAt: at, actedBy: by, actedPower: power }: Meeting) =>
  first === null || at === null || by === null || power === null ? null : { first, at, by, power }
