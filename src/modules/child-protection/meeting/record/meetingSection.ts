import { type RecordSection, readEpisodes, writableSubjects } from '#modules/casework'
import { button, formatDateTime, type Html, html, nothing } from '#ui'
import { meetingPath } from '../pages/meetingPath.ts'
import { kindWords, statusWords } from '../pages/words.ts'
import { meetingsAbout } from '../queries/meetingsOf.ts'
import { isComing, type Meeting } from '../rules/meeting.ts'

/** How many past meetings stand on the child's page. */
const PAST = 5

/** Meetings about the child: those to come, and the last that were held. */
export const meetingSection: RecordSection = {
  name: 'meetings',
  order: 6,
  async show(work, personId) {
    const meetings = await meetingsAbout(work, [personId])
    if (meetings.length === 0) return null
    const past = meetings.filter(one => !isComing(one)).slice(-PAST)
    return html`<section id="meetings"><h2 class="govuk-heading-m">Meetings</h2>
<ul class="govuk-list">${[...meetings.filter(isComing), ...past.toReversed()].map(item)}</ul></section>`
  },
  async offer(work, personId) {
    if (work.knownAt !== null || !(await writableSubjects(work, [personId])).has(personId)) return null
    const open = (await readEpisodes(work, [personId])).some(({ closedOn }) => closedOn === null)
    const isCalled = (await meetingsAbout(work, [personId])).some(
      one => one.kind === 'strategy' && isComing(one),
    )
    return open && !isCalled
      ? button({
          text: 'Call a strategy discussion',
          href: `/people/${personId}/meetings/new?kind=strategy`,
          classes: 'govuk-button--secondary',
        })
      : null
  },
}

const item = ({ id, kind, plannedAt, status, startedAt }: Meeting): Html =>
  html`<li><a class="govuk-link" href="${meetingPath(id)}">${kindWords[kind]}, ${formatDateTime(startedAt ?? plannedAt)}</a>: ${statusWords[status].toLowerCase()}${status === 'in_session' ? html` <a class="govuk-link" href="${meetingPath(id, '/room')}">Room</a>` : nothing}</li>`
