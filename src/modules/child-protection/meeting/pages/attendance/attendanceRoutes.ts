import { codesOf, type FormValues, lineField, oneOfMany } from '#modules/casework'
import { formVersion } from '#platform/http'
import { html, nothing } from '#ui'
import { openMeeting } from '../../commands/changeMeeting.ts'
import { noteAttendance } from '../../commands/invitations.ts'
import { meetingOf } from '../../queries/meetingOf.ts'
import { isOnWeekend } from '../../rules/conferenceDay.ts'
import { type Attended, type Invitee, isAsked } from '../../rules/invitee.ts'
import { leads } from '../../rules/meeting.ts'
import { meetingForm } from '../form/meetingForm.ts'
import { workedAt } from '../meetingPath.ts'
import { quorumHtml } from '../openedMeeting.ts'
import { attendedWords, inviteeWords } from '../words.ts'

type Context = { readonly asked: readonly Invitee[]; readonly opens: boolean }
type There = {
  readonly inviteeId: Invitee['id']
  readonly version: number
  readonly attended: Attended | null
  readonly cameInstead: string | null
}

/** `/meetings/:meetingId/attendance`: who is there, and by that the meeting begins. */
export const attendanceRoutes = meetingForm<Context, readonly There[]>({
  part: '/attendance',
  tab: '/room',
  name: 'meeting-attendance',
  title: 'Who is there',
  heading: () => 'Who is there?',
  summary: { show: 'Who is at a meeting', send: 'Notes who is at a meeting, and opens it' },
  submit: ({ opens }) => (opens ? 'Open the meeting' : 'Save'),
  async read({ opened: { meeting, parts, invitees, mayKeep } }) {
    const opens = meeting.status === 'planned'
    const may = opens ? leads(meeting.kind, parts) : mayKeep && meeting.status === 'in_session'
    return may ? { asked: invitees.filter(isAsked), opens } : null
  },
  fresh: ({ asked, opens }, { work, opened: { meeting } }) => {
    // Whoever said that they come stands filled in as people meet here: to be looked at, and put right.
    const usually = meeting.how === 'mixed' ? 'in_person' : meeting.how
    return Object.fromEntries(
      asked.flatMap(one => [
        [
          `attended-${one.id}`,
          one.attended ??
            (opens && (one.workerId === work.actor.id || one.response === 'coming') ? usually : ''),
        ],
        [`instead-${one.id}`, one.cameInstead ?? ''],
      ]),
    )
  },
  version: ({ asked }, { opened }) =>
    formVersion([opened.meeting.version, asked.map(({ id, version }) => [id, version])]),
  above: (_, { opened }) => quorumHtml(opened),
  fields: ({ asked }, values, errors) =>
    html`${asked.map(
      one => html`<fieldset class="govuk-fieldset govuk-!-margin-bottom-4"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${inviteeWords(one)}</legend>
${oneOfMany(`attended-${one.id}`, 'There?', attendedWords, { values, errors })}
${one.response === 'sends_somebody' || one.cameInstead !== null ? lineField(`instead-${one.id}`, 'Who came in their place', { values, errors }) : nothing}</fieldset>`,
    )}`,
  parse: (fields, { asked }) =>
    asked.map(({ id, version }) => ({
      inviteeId: id,
      version,
      attended:
        (codesOf(attendedWords).find(code => code === fields.typed(`attended-${id}`)) as
          | Attended
          | undefined) ?? null,
      cameInstead: fields.text(`instead-${id}`, 200),
    })),
  async save(there, { opens }, { work, opened: { meeting } }) {
    if (opens && isOnWeekend(meeting.kind, work.now))
      return {
        outcome: 'refused',
        issues: [
          {
            path: [`attended-${there[0]?.inviteeId}`],
            message: 'A first conference is not held on a Saturday or Sunday: move it to another day',
          },
        ],
      }
    if ((await noteAttendance(work, meeting.id, there)) === 'stale') return { outcome: 'stale' }
    const now = await meetingOf(work, meeting.id)
    if (
      opens &&
      (now === null || (await openMeeting(work, { meetingId: meeting.id, version: now.version })) === 'stale')
    )
      return { outcome: 'stale' }
    return {
      outcome: 'saved',
      location: workedAt(meeting),
      success: opens ? 'The meeting is open' : 'Saved',
    }
  },
  order: ({ asked }) => asked.flatMap(({ id }) => [`attended-${id}`, `instead-${id}`]),
  labels: ({ asked }): FormValues & Record<string, string> =>
    Object.fromEntries(asked.map(one => [`attended-${one.id}`, inviteeWords(one)])),
})
