import { type Html, html, nothing } from '#ui'
import { isAsked, tookPart } from '../../rules/invitee.ts'
import type { OpenedMeeting } from '../openedMeeting.ts'
import { attendedWords, inviteeWords } from '../words.ts'

/** Who is there, and how. */
export function thereHtml({ meeting, invitees }: OpenedMeeting): Html {
  if (meeting.status === 'planned' || meeting.status === 'cancelled') return nothing
  const there = invitees.filter(tookPart)
  const absent = invitees.filter(one => isAsked(one) && !tookPart(one))
  return html`<p class="govuk-body">There: ${there.length === 0 ? 'nobody is noted yet' : there.map(one => `${inviteeWords(one)} (${one.attended === null ? '' : attendedWords[one.attended].toLowerCase()})`).join('; ')}.${absent.length === 0 ? '' : ` Asked, and not there: ${absent.map(inviteeWords).join('; ')}.`}</p>`
}
