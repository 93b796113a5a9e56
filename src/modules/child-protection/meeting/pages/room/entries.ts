import { formatDateTime, type Html, html, nothing, tag } from '#ui'
import type { Invitee } from '../../rules/invitee.ts'
import type { Contribution } from '../../rules/said.ts'
import { meetingPath } from '../meetingPath.ts'
import { childName, type OpenedMeeting } from '../openedMeeting.ts'
import { contributionWords, inviteeWords } from '../words.ts'

/** What was brought, in the order in which it was said, each with its corrections beside it. */
export function entriesHtml(opened: OpenedMeeting, said: readonly Contribution[]): Html {
  const first = said.filter(({ correctsId }) => !said.some(({ id }) => id === correctsId))
  if (first.length === 0) return html`<p class="govuk-body">Nothing has been said yet.</p>`
  return html`<ol class="govuk-list">${first.map(one => entry(opened, one, said))}</ol>`
}

function entry(opened: OpenedMeeting, one: Contribution, said: readonly Contribution[]): Html {
  const corrections = said.filter(({ correctsId }) => correctsId === one.id)
  const about = one.personId === null ? '' : `, about ${childName(opened, one.personId)}`
  return html`<li class="govuk-!-margin-bottom-4" id="said-${one.id}">
<p class="govuk-body govuk-!-margin-bottom-1"><strong>${whoSaid(opened.invitees, one)}</strong>, ${formatDateTime(one.saidAt)}${about} ${classTag(one)}</p>
<p class="govuk-body govuk-!-margin-bottom-1">${contributionWords[one.kind]}: <span class="kith-typed">${one.said}</span></p>
${writtenBy(opened.invitees, one)}
${corrections.map(correction => html`<div class="govuk-inset-text govuk-!-margin-top-1 govuk-!-margin-bottom-1"><p class="govuk-body govuk-!-margin-bottom-1">Corrected ${formatDateTime(correction.saidAt)}: <span class="kith-typed">${correction.said}</span></p>${writtenBy(opened.invitees, correction)}</div>`)}
${
  mayCorrect(opened, one)
    ? html`<p class="govuk-body-s kith-no-print"><a class="govuk-link" href="${meetingPath(one.meetingId, `/room?correct=${one.id}`)}">Correct this<span class="govuk-visually-hidden">: said ${formatDateTime(one.saidAt)}</span></a></p>`
    : nothing
}</li>`
}

/** One corrects one's own; whoever prepares the meeting corrects what they wrote down. */
export const mayCorrect = ({ mayKeep, own }: OpenedMeeting, one: Contribution): boolean =>
  one.dataClass === 'C4'
    ? own !== null && one.inviteeId === own.id
    : mayKeep || (own !== null && one.inviteeId === own.id)

const whoseIs = (invitees: readonly Invitee[], { inviteeId }: Contribution): Invitee | undefined =>
  invitees.find(({ id }) => id === inviteeId)

function whoSaid(invitees: readonly Invitee[], one: Contribution): string {
  const whose = whoseIs(invitees, one)
  return whose === undefined ? `Children’s social care: ${one.madeByName ?? 'somebody'}` : inviteeWords(whose)
}

function writtenBy(invitees: readonly Invitee[], one: Contribution): Html {
  const whose = whoseIs(invitees, one)
  return whose === undefined || whose.workerId === one.madeBy
    ? nothing
    : html`<p class="govuk-body-s govuk-hint govuk-!-margin-bottom-1">Written down by ${one.madeByName ?? 'somebody'}.</p>`
}

function classTag({ dataClass, originator, readers }: Contribution): Html {
  if (dataClass === 'B3') return nothing
  if (dataClass === 'C3') return tag({ text: 'Safety: not for the family', classes: 'govuk-tag--red' })
  const named = readers.length === 0 ? '' : ` and ${readers.length} named`
  return tag({ text: `Intelligence: ${originator ?? 'its originator'}${named}`, classes: 'govuk-tag--red' })
}
