import type { Uuid } from '#platform/ids'
import { denseTable, formatDate, formatDateTime, type Html, html, nothing } from '#ui'
import type { EnquiryLine, HeldDiscussion, ImmediateAction } from '../../queries/enquiryParts.ts'
import type { EnquiryWhole } from '../../queries/readEnquiry.ts'
import type { EnquiryVisit } from '../../queries/seenInEnquiry.ts'
import { agencyWords, missingFromQuorum, powerWords, wordsFor } from '../../rules/enquiryWords.ts'

const bullets = (items: readonly Html[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map(item => html`<li>${item}</li>`)}</ul>`

/** What was done at once. */
export function actionList(actions: readonly ImmediateAction[]): Html {
  if (actions.length === 0) return nothing
  return html`<h3 class="govuk-heading-s">Done at once</h3>${bullets(
    actions.map(
      action =>
        html`${formatDateTime(action.doneAt)}, ${action.doneBy}: ${action.done}<br><span class="govuk-hint">${wordsFor(powerWords, action.power)}${action.powerRemark ? `: ${action.powerRemark}` : ''}</span>`,
    ),
  )}`
}

/** Its discussions; the one that began it is named as such. */
export function discussionList(
  discussions: readonly HeldDiscussion[],
  personId: Uuid,
  mayWrite: boolean,
): Html {
  if (discussions.length === 0)
    return html`<p class="govuk-body">No strategy discussion is recorded here.</p>`
  return html`${discussions.map(one => {
    const missing = missingFromQuorum(one.tookPart)
    const title = one.beganIt ? 'Strategy discussion that began it' : 'Further strategy discussion'
    const sent = one.recordSentOn
      ? html`Record sent ${formatDate(one.recordSentOn)}.`
      : one.meetingId === null && mayWrite
        ? html`<a class="govuk-link kith-no-print" href="/people/${personId}/discussions/${one.id}/sent">Say when its record was sent<span class="govuk-visually-hidden"> (discussion of ${formatDateTime(one.heldAt)})</span></a>`
        : nothing
    return html`<h3 class="govuk-heading-s">${title}: ${formatDateTime(one.heldAt)}</h3>
<p class="govuk-body kith-typed">${one.decided}</p>
<p class="govuk-body">Took part: ${one.tookPart.map(code => wordsFor(agencyWords, code).toLowerCase()).join(', ')}.${
      missing.length > 0 ? ` Without ${missing.join(', ').toLowerCase()}: ${one.quorumException ?? ''}.` : ''
    } ${sent}</p>`
  })}`
}

/** Who finds out what by when, with what came of it. */
export function lineTable(
  lines: readonly EnquiryLine[],
  path: string,
  mayWrite: boolean,
  today: Temporal.PlainDate,
): Html {
  if (lines.length === 0) return html`<p class="govuk-body">No line is planned yet.</p>`
  const due = ({ dueOn, answer }: EnquiryLine): string => {
    if (dueOn === null) return ''
    const isLate = answer === null && Temporal.PlainDate.compare(dueOn, today) < 0
    return `${formatDate(dueOn)}${isLate ? ', overdue' : ''}`
  }
  return denseTable({
    caption: 'Lines of enquiry',
    captionClasses: 'govuk-visually-hidden',
    head: ['To find out', 'Who', 'By', 'Found', ...(mayWrite ? ['Answer'] : [])].map(text => ({ text })),
    firstCellIsHeader: true,
    rows: lines.map(line => [
      { text: line.question },
      { text: line.who },
      { text: due(line) },
      {
        text:
          line.answer === null
            ? 'Not answered'
            : `${line.answer} (${[line.answeredByName, line.answeredOn ? formatDate(line.answeredOn) : null].filter(Boolean).join(', ')})`,
      },
      ...(mayWrite
        ? [
            {
              html: html`<a class="govuk-link" href="${path}/lines/${line.id}">${line.answer === null ? 'Answer' : 'Change'}<span class="govuk-visually-hidden">: ${line.question}</span></a>`,
            },
          ]
        : []),
    ]),
  })
}

/** Whether and how the child was seen: from the visits, of which nothing is typed here again. */
export function visitList(
  visits: readonly EnquiryVisit[],
  { notSeenReason }: EnquiryWhole,
  isUnborn: boolean,
): Html {
  if (isUnborn) return html`<p class="govuk-body">The child is not born yet.</p>`
  const alone = visits.find(({ wasSeenAlone }) => wasSeenAlone)
  const seen = visits.find(({ wasSeen }) => wasSeen)
  const why = visits.find(({ whyNotAlone }) => whyNotAlone)?.whyNotAlone
  const said =
    seen === undefined
      ? `Not seen since the enquiry began.${notSeenReason ? ` ${notSeenReason}` : ''}`
      : `Seen ${formatDateTime(seen.happenedAt)}. ${
          alone
            ? `Seen alone ${formatDateTime(alone.happenedAt)}.`
            : `Not seen alone${why ? `: ${why}` : '.'}`
        }`
  return html`<p class="govuk-body"><strong>${said}</strong></p>
${
  visits.length === 0
    ? nothing
    : bullets(
        visits.map(
          visit =>
            html`<a class="govuk-link" href="/notes/${visit.noteId}">Visit of ${formatDateTime(visit.happenedAt)}</a>${visit.author ? `, ${visit.author}` : ''}: ${
              visit.outcome === 'held'
                ? visit.wasSeenAlone
                  ? 'seen alone'
                  : visit.wasSeen
                    ? 'seen'
                    : 'not seen'
                : visit.outcome.replaceAll('_', ' ')
            }${visit.ownWords ? html`. In the child’s words: “${visit.ownWords}”` : ''}`,
        ),
      )
}`
}
