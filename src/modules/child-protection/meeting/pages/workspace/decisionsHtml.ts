import { formatDateTime, type Html, html, nothing, summaryList } from '#ui'
import type { Invitee } from '../../rules/invitee.ts'
import type { MeetingChild, View } from '../../rules/said.ts'
import { childName, type OpenedMeeting } from '../openedMeeting.ts'
import { decisionWords, inviteeWords } from '../words.ts'

/** What was decided of each child, why, and who did not agree. */
export function decisionsHtml(
  opened: OpenedMeeting,
  decided: readonly MeetingChild[],
  views: readonly View[],
): Html {
  const all = decided.filter(({ decision }) => decision !== null)
  if (all.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">What was decided</h2>
${all.map(one =>
  summaryList({
    card: { title: { text: childName(opened, one.personId), headingLevel: 3 } },
    rows: decisionRows(opened.invitees, one, views).map(([key, value]) => ({
      key: { text: key },
      value: { html: html`<span class="kith-typed">${value}</span>` },
    })),
  }),
)}`
}

/** A decision as lines, for the page and for print. */
export function decisionRows(
  invitees: readonly Invitee[],
  one: MeetingChild,
  views: readonly View[],
): readonly (readonly [string, string])[] {
  const dissents = views.filter(({ personId, dissents: does }) => does && personId === one.personId)
  const whose = (id: View['inviteeId']) => {
    const found = invitees.find(invitee => invitee.id === id)
    return found === undefined ? 'Somebody' : inviteeWords(found)
  }
  return [
    ['Decision', one.decision === null ? 'None yet' : decisionWords[one.decision]],
    ['Reasons', one.reasons ?? ''],
    ...(one.isJointWithPolice === null
      ? []
      : [
          [
            'How',
            one.isJointWithPolice ? 'Together with the police' : 'By children’s social care alone',
          ] as const,
        ]),
    ...(one.seeChildBy === null
      ? []
      : [['The child is to be seen by', formatDateTime(one.seeChildBy)] as const]),
    [
      'Who does not agree',
      dissents.length === 0
        ? 'Nobody said so'
        : dissents.map(view => `${whose(view.inviteeId)}: ${view.reasons ?? ''}`).join('\n'),
    ],
  ]
}
