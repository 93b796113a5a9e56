import {
  childForm,
  type FormValues,
  familyChildren,
  momentValues,
  personParams,
  ticksOf,
} from '#modules/casework'
import type { Uuid } from '#platform/ids'
import type { InviteeWanted } from '../../commands/inviteeRow.ts'
import { type MeetingWanted, planMeeting } from '../../commands/planMeeting.ts'
import { suggestedInvitees } from '../../queries/suggestedInvitees.ts'
import { whoKeeps } from '../../queries/whoKeeps.ts'
import { isConferenceKind, type MeetingKind } from '../../rules/meeting.ts'
import { DEPENDENT_CHAIR } from '../form/keeperFields.ts'
import { tickedOf, usualTicks } from '../invitees/suggestedFields.ts'
import { meetingPath } from '../meetingPath.ts'
import { kindWords } from '../words.ts'
import { whenLabels, whenTargets, whenValues } from '../workspace/moveForm.ts'
import type { NewContext } from './newContext.ts'
import { newFields, newOrder } from './newFields.ts'
import { parseNew } from './parseNew.ts'

type Params = { readonly personId: Uuid }

const kindOf = (query: Readonly<Record<string, string | undefined>>): MeetingKind =>
  (Object.keys(kindWords) as MeetingKind[]).find(kind => kind === query['kind']) ?? 'strategy'

/** `/people/:personId/meetings/new?kind=`. */
export const newMeetingRoutes = childForm<Params, NewContext, MeetingWanted>({
  url: '/people/:personId/meetings/new',
  params: personParams,
  name: 'meeting-new',
  title: 'Plan a meeting - Record',
  heading: ({ kind }) => `Plan: ${kindWords[kind].toLowerCase()}`,
  summary: {
    show: 'The form that plans a meeting about children of a family',
    send: 'Plans a meeting and asks people to it',
  },
  submit: 'Plan the meeting',
  path: ({ personId }, query) => `/people/${personId}/meetings/new?kind=${kindOf(query)}`,
  cancel: ({ personId }) => `/people/${personId}/plans`,
  async read({ work, params: { personId }, query }) {
    const kind = kindOf(query)
    const children = (await familyChildren(work, personId)).filter(
      one => one.mayWrite && one.isChild !== false,
    )
    if (children[0]?.id !== personId) return null
    return {
      kind,
      children,
      suggested: await suggestedInvitees(
        work,
        kind,
        children.map(({ id }) => id),
      ),
      keepers: await whoKeeps(work, kind),
    }
  },
  fresh: ({ kind, children, suggested }, work): FormValues => ({
    children: children.map(({ id }) => id),
    ask: usualTicks(suggested),
    ...momentValues('identified', work.now),
    ...whenValues({
      plannedAt: nextHalfHour(work.now, kind === 'strategy' ? 1 : 24 * 7),
      minutes: kind === 'strategy' ? 60 : 90,
      how: kind === 'strategy' ? 'online' : 'mixed',
      place: null,
    }),
  }),
  fields: (context, values, errors) => newFields(context, values, errors),
  parse: (fields, context, { work, sent }) => parseNew(fields, context, sent, work),
  async save(wanted, context, { work, sent }) {
    const planned = await planMeeting(work, {
      ...wanted,
      personIds: ticksOf(sent, 'children').flatMap(
        id => context.children.find(one => one.id === id)?.id ?? [],
      ),
      invitees: expecting(context.kind, tickedOf(context.suggested, sent)),
    })
    if (planned.outcome === 'planned')
      return {
        outcome: 'saved',
        location: meetingPath(planned.meetingId),
        success: 'Meeting planned. Whoever signs in is told',
      }
    return { outcome: 'refused', issues: [refusedBecause[planned.because]] }
  },
  order: newOrder,
  targets: { ...whenTargets, identified: 'identified-day', acted: 'acted-day' },
  labels: whenLabels,
})

/** So many hours on, at the next half hour. */
const nextHalfHour = (now: Temporal.Instant, hours: number): Temporal.Instant =>
  now.add({ hours }).round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'ceil' })

/** A conference expects a report of each agency beside social care; whoever prepares it may say otherwise. */
const expecting = (kind: MeetingKind, invitees: readonly InviteeWanted[]): readonly InviteeWanted[] =>
  isConferenceKind(kind)
    ? invitees.map(one =>
        one.side === 'professional' && one.agency !== 'social_care' ? { ...one, reportExpected: true } : one,
      )
    : invitees

/** What stands in the way of planning a meeting, at the field that it is about. */
export const refusedBecause = {
  chair: DEPENDENT_CHAIR,
  weekend: {
    path: ['planned'],
    message: 'A first conference is not on a Saturday or Sunday: choose another day',
  },
  may_not_write: { path: ['children'], message: 'Tick only children whose record you write' },
} as const
