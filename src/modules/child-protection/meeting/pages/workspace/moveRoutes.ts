import { type Sent, textField } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { html } from '#ui'
import {
  adjournMeeting,
  type ChangedMeeting,
  cancelMeeting,
  type MeetingMove,
  moveMeeting,
} from '../../commands/changeMeeting.ts'
import { type Keepers, whoKeeps } from '../../queries/whoKeeps.ts'
import { isOnWeekend } from '../../rules/conferenceDay.ts'
import { isConferenceKind, leads, type MeetingKind } from '../../rules/meeting.ts'
import {
  DEPENDENT_CHAIR,
  keeperFields,
  keeperLabels,
  keeperOrder,
  keepersOf,
  keeperValues,
} from '../form/keeperFields.ts'
import { type MeetingForm, type MeetingVisit, meetingForm } from '../form/meetingForm.ts'
import { meetingPath } from '../meetingPath.ts'
import { parseWhen, whenFields, whenLabels, whenOrder, whenTargets, whenValues } from './moveForm.ts'

const versionOf = (_: unknown, { opened }: MeetingVisit) => `${opened.meeting.version}`
const saved = (changed: ChangedMeeting, { opened }: MeetingVisit, success: string): Sent =>
  changed === 'stale'
    ? { outcome: 'stale' }
    : { outcome: 'saved', location: meetingPath(opened.meeting.id), success }
const of = ({ opened: { meeting } }: MeetingVisit) => ({ meetingId: meeting.id, version: meeting.version })

type Move = { readonly keepers: Keepers }

/** `/meetings/:meetingId/move`: when and where, and for whoever holds or chairs it also who chairs and administers it. */
export const moveRoutes = meetingForm<Move, MeetingMove>({
  part: '/move',
  tab: '',
  name: 'meeting-move',
  title: 'Move a meeting',
  heading: () => 'Move the meeting',
  summary: { show: 'The form that moves a meeting', send: 'Moves a meeting and tells whoever is asked' },
  submit: () => 'Move the meeting',
  async read({ work, opened: { meeting, mayKeep, parts } }) {
    if (!mayKeep || meeting.status !== 'planned') return null
    const mayName = parts.some(part => part === 'line' || part === 'chair')
    return { keepers: mayName ? await whoKeeps(work, meeting.kind) : { chairs: [], administrators: [] } }
  },
  fresh: (_, { opened }) => ({ ...whenValues(opened.meeting), ...keeperValues(opened.meeting) }),
  version: versionOf,
  fields: ({ keepers }, values, errors) =>
    html`${whenFields(values, errors)}${keeperFields(keepers, values, errors)}`,
  parse(fields, { keepers }, { opened, sent }) {
    const when = parseWhen(fields)
    if (when === null) return null
    if (isOnWeekend(opened.meeting.kind, when.plannedAt))
      return fields.problem(
        'planned',
        'A first conference is not on a Saturday or Sunday: choose another day',
      )
    const { chairId, administratorId } = keepersOf(keepers, sent)
    return {
      ...when,
      ...(keepers.chairs.length > 0 ? { chairId } : {}),
      ...(keepers.administrators.length > 0 ? { administratorId } : {}),
    }
  },
  async save(move, _, visit) {
    const moved = await moveMeeting(visit.work, of(visit), move)
    return moved === 'chair'
      ? { outcome: 'refused', issues: [DEPENDENT_CHAIR] }
      : saved(moved, visit, 'Meeting moved. Whoever signs in is told')
  },
  order: () => [...whenOrder, ...keeperOrder],
  targets: () => whenTargets,
  labels: () => ({ ...whenLabels, ...keeperLabels }),
})

type Ending = {
  readonly part: '/cancel' | '/adjourn'
  readonly name: string
  readonly heading: string
  readonly label: string
  readonly hint: string
  readonly success: string
  readonly from: 'planned' | 'in_session'
  readonly of: (kind: MeetingKind) => boolean
  readonly end: (
    work: Work,
    of: { readonly meetingId: Uuid; readonly version: number },
    because: string,
  ) => Promise<ChangedMeeting>
}

const ending = (one: Ending) =>
  meetingForm<true, string>({
    part: one.part,
    tab: '',
    name: one.name,
    title: one.heading,
    heading: () => one.heading,
    summary: { show: `The form to ${one.heading.toLowerCase()}`, send: `${one.success}, with the reason` },
    submit: () => one.heading,
    isWarning: true,
    read: async ({ opened: { meeting, parts } }) =>
      leads(meeting.kind, parts) && meeting.status === one.from && one.of(meeting.kind) ? true : null,
    fresh: () => ({}),
    version: versionOf,
    fields: (_, values, errors) => textField('because', one.label, { values, errors }, one.hint),
    parse: fields => fields.text('because', 1_000, 'Enter why'),
    save: async (because, _, visit) =>
      saved(await one.end(visit.work, of(visit), because), visit, one.success),
    order: () => ['because'],
    labels: () => ({ because: one.label }),
  } satisfies MeetingForm<true, string>)

/** `/meetings/:meetingId/cancel` and `/adjourn`. */
export const endingRoutes = [
  ...ending({
    part: '/cancel',
    name: 'meeting-cancel',
    heading: 'Call the meeting off',
    label: 'Why is it called off?',
    hint: 'Whoever is asked is told that it is off. They read nothing of it from then on',
    success: 'Meeting called off',
    from: 'planned',
    of: () => true,
    end: cancelMeeting,
  }),
  ...ending({
    part: '/adjourn',
    name: 'meeting-adjourn',
    heading: 'Adjourn the meeting',
    label: 'Why is it adjourned?',
    hint: 'What was said is kept. Afterwards plan the meeting that continues it, with the same people',
    success: 'Meeting adjourned',
    from: 'in_session',
    of: kind => !isConferenceKind(kind), // a conference has its own: the chair says whether the sitting counts
    end: adjournMeeting,
  }),
]
