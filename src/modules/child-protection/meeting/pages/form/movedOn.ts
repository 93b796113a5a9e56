import { type FormValues, typedOf } from '#modules/casework'
import { type DraftDifference, SAVE_DRAFT } from '#platform/drafts'
import type { Reply } from '#platform/http'
import { formatDateTime, html, nothing, table } from '#ui'
import type { Meeting, MeetingStatus } from '../../rules/meeting.ts'
import { meetingPath } from '../meetingPath.ts'
import { meetingHead } from '../openedMeeting.ts'
import { statusWords } from '../words.ts'
import type { MeetingForm, MeetingVisit } from './formShape.ts'

/** States that a meeting may have had before the one that it is in. */
const before = (status: MeetingStatus): readonly MeetingStatus[] =>
  status === 'planned' ? [] : status === 'in_session' ? ['planned'] : ['in_session', 'planned']

/**
 * The answer to a form that came after its meeting had moved on, such as the second of two closings: what was sent beside what stands,
 * since nothing of it was written. Null where the form never was this reader's to send.
 */
export async function movedOn<Context, Parsed>(
  form: MeetingForm<Context, Parsed>,
  visit: MeetingVisit,
  sent: FormValues,
): Promise<Reply | null> {
  if (sent[SAVE_DRAFT] !== undefined) return null
  const { opened } = visit
  for (const status of before(opened.meeting.status)) {
    const earlier = { ...visit, opened: { ...opened, meeting: { ...opened.meeting, status } } }
    const context = await form.read(earlier)
    if (context === null) continue
    const compared =
      (await form.against?.(visit, sent)) ??
      Object.entries(form.labels?.(context) ?? {}).map(([name, label]) => ({
        label,
        yours: typedOf(sent, name),
        other: '',
      }))
    return reply(form, visit, compared)
  }
  return null
}

function reply(
  { title, name, tab, part }: Pick<MeetingForm<never, never>, 'title' | 'name' | 'tab' | 'part'>,
  { opened }: MeetingVisit,
  compared: readonly DraftDifference[],
): Reply {
  const { meeting } = opened
  const told = compared.filter(({ yours, other }) => `${yours}${other}` !== '')
  return {
    kind: 'page',
    status: 409,
    title: `${title} - Meetings`,
    current: '/meetings',
    hasErrors: true,
    content: html`${meetingHead(opened, tab ?? part)}
<h2 class="govuk-heading-m">The meeting moved on before this came</h2>
<p class="govuk-body"><strong>${statusWords[meeting.status]}${sinceWords(meeting)}.</strong> Somebody else was first, so nothing of what you sent was written.</p>
${
  told.length === 0
    ? nothing
    : table({
        caption: 'What you sent, and what stands',
        captionClasses: 'govuk-table__caption--s',
        head: [{ text: 'Of' }, { text: 'Yours' }, { text: 'The record now' }],
        rows: told.map(({ label, yours, other }) => [
          { text: label },
          { html: html`<span class="kith-typed">${yours === '' ? 'Nothing' : yours}</span>` },
          { html: html`<span class="kith-typed">${other === '' ? 'See the meeting' : other}</span>` },
        ]),
      })
}
<p class="govuk-body"><a class="govuk-link" href="${meetingPath(meeting.id)}">Look at the meeting as it is now</a></p>`,
    shown: { resource: name, subjectIds: meeting.personIds },
  }
}

const sinceWords = ({ endedAt, startedAt, status }: Meeting): string => {
  const at = status === 'in_session' ? startedAt : endedAt
  return at === null ? '' : ` since ${formatDateTime(at)}`
}
