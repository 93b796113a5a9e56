import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { codeWords } from '#reference'
import {
  button,
  formatDate,
  formatDateTime,
  type Html,
  html,
  insetText,
  nothing,
  summaryList,
  table,
  tag,
  warningText,
} from '#ui'
import { type Invitee, isAsked, isComing, tookPart } from '../../meeting/index.ts'
import { agendaHtml } from '../../meeting/pages/agenda/agendaHtml.ts'
import { meetingPath } from '../../meeting/pages/meetingPath.ts'
import { childName, meetingHead } from '../../meeting/pages/openedMeeting.ts'
import { decisionWords, inviteeWords, viewWords } from '../../meeting/pages/words.ts'
import { expectsReport, isConference, lackingOf } from '../rules/conference.ts'
import type { ConferenceView } from './conferenceView.ts'
import { familyReports } from './familyReports.ts'
import { safetyScale } from './safetyScale.ts'

const part = (path: string, text: string, more: Html = nothing): Html =>
  html`<a class="govuk-link kith-no-print" href="${path}">${text}${more}</a>`

/** The conference as its chair works it: who is there, reports, each child, the plan as it is built. */
export function conferencePage(view: ConferenceView, keys: FormKeys): Html {
  const { meeting } = view.opened
  const base = meetingPath(meeting.id, '/conference')
  const sits = meeting.status === 'in_session'
  return html`${meetingHead(view.opened, '/conference')}
${acts(view, base)}
${quorumPart(view)}
${agendaHtml(view.opened)}
${reportsPart(view, keys)}
${familyReports(view)}
${meeting.personIds.map(personId => childPart(view, personId, base))}
${planPart(view, base, keys, sits || meeting.status === 'planned')}
${meeting.status === 'held' ? correctionsPart(view, base) : nothing}`
}

function acts({ opened: { meeting }, isChair }: ConferenceView, base: string): Html {
  if (!isChair) return nothing
  if (meeting.status === 'planned')
    return html`<p class="kith-no-print">${button({ text: 'Open the conference', href: meetingPath(meeting.id, '/attendance') })}</p>`
  if (meeting.status !== 'in_session') return nothing
  return html`<p class="kith-no-print govuk-!-margin-bottom-2">${button({ text: 'Decide and close', href: `${base}/decide`, classes: 'govuk-!-margin-bottom-2' })}</p>
<p class="govuk-body">${part(meetingPath(meeting.id, '/attendance'), 'Who is there')} · ${part(`${base}/adjourn`, 'Adjourn')}</p>`
}

function quorumPart({ quorum, opened: { meeting } }: ConferenceView): Html {
  if (meeting.status === 'cancelled' || meeting.status === 'planned')
    return html`<p class="govuk-body">It needs social care and ${quorum.needed} other ${quorum.needed === 1 ? 'agency' : 'agencies'}.</p>`
  if (meeting.quorumException !== null)
    return insetText({
      html: html`<strong>Held without a quorum.</strong> ${meeting.quorumException} (recorded by ${meeting.quorumExceptionBy ?? 'somebody'})`,
    })
  const lacking = lackingOf(quorum)
  if (lacking.length === 0)
    return html`<p class="govuk-body"><strong>Quorate</strong>: social care and ${quorum.others.length} other ${quorum.others.length === 1 ? 'agency' : 'agencies'} there.</p>`
  const words = [
    ...(lacking.includes('social_care') ? ['social care is not there'] : []),
    ...(lacking.includes('agencies')
      ? [`${quorum.others.length} of ${quorum.needed} other agencies there`]
      : []),
  ]
  return insetText({
    html: html`<strong>Not quorate: ${words.join(', and ')}.</strong> Adjourn, or record why it is held without them.`,
  })
}

function reportsPart(view: ConferenceView, keys: FormKeys): Html {
  const { meeting, invitees } = view.opened
  const awaited = invitees.filter(
    one => expectsReport(one) || view.reports.some(({ inviteeId }) => inviteeId === one.id),
  )
  return html`<h2 class="govuk-heading-m">Reports</h2>
${table({
  caption: 'Reports for this conference',
  captionClasses: 'govuk-visually-hidden',
  head: [{ text: 'Whose' }, { text: 'Report' }],
  rows: [
    [{ text: 'Social worker' }, { html: reportState(view, null, keys) }],
    ...awaited.map(one => [{ text: inviteeWords(one) }, { html: reportState(view, one, keys) }]),
  ],
})}
<p class="govuk-body">${part(meetingPath(meeting.id, '/papers'), 'Papers of this conference')} · ${part(meetingPath(meeting.id), 'Invitations')} · ${part(meetingPath(meeting.id, '/conference/notes'), 'The chair’s notes')}</p>`
}

/** Whether a report is there, how often its writer was reminded, and for whoever prepares the conference the way to do it again. */
function reportState({ opened, reports }: ConferenceView, one: Invitee | null, keys: FormKeys): Html {
  const report = reports.find(({ inviteeId }) => inviteeId === (one?.id ?? null))
  if (report?.finishedAt)
    return html`${tag({ text: 'Arrived', classes: 'govuk-tag--green' })} ${report.paperId ? part(`/papers/${report.paperId}`, formatDateTime(report.finishedAt)) : formatDateTime(report.finishedAt)}`
  const begun = report === undefined ? 'Not arrived' : 'Begun'
  const state = report?.paperId ? part(`/papers/${report.paperId}`, begun) : html`${begun}`
  if (one === null) return state
  const last = one.chasedAt.at(-1)
  const times = one.chasedAt.length
  const reminded =
    last === undefined
      ? nothing
      : html`<br>Reminded ${times === 1 ? 'once' : `${times} times`}, last ${formatDateTime(last)}`
  if (!opened.mayKeep || !isComing(opened.meeting)) return html`${state}${reminded}`
  return html`${state}${reminded}<form class="kith-no-print" method="post" action="${meetingPath(opened.meeting.id, '/chase')}">${formFields(keys)}
<input type="hidden" name="invitee" value="${one.id}"><input type="hidden" name="version" value="${one.version}"><input type="hidden" name="from" value="conference">
${button({ html: html`Note a reminder<span class="govuk-visually-hidden"> to ${inviteeWords(one)}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true })}</form>`
}

function childPart(view: ConferenceView, personId: Uuid, base: string): Html {
  const { decided, views, opened, mayWrite, said } = view
  const { meeting, invitees } = opened
  const child = decided.find(one => one.personId === personId)
  const name = childName(opened, personId)
  const of = `?child=${personId}`
  const sits = meeting.status === 'in_session' || meeting.status === 'planned'
  const given = views.filter(one => one.personId === personId)
  const whoOf = (id: Uuid): string => {
    const found = invitees.find(one => one.id === id)
    return found ? inviteeWords(found) : 'Somebody asked'
  }
  const judged = given.flatMap(({ inviteeId, safety, safetyWhy }) =>
    safety === null ? [] : [{ who: whoOf(inviteeId), safety, why: safetyWhy }],
  )
  const there = invitees.filter(one => (meeting.status === 'planned' ? isAsked(one) : tookPart(one)))
  return html`<section aria-labelledby="child-${personId}"><h2 class="govuk-heading-m" id="child-${personId}">${name}</h2>
${wordsPart(child, sits && mayWrite ? `${base}/words${of}` : null, name)}
${sayings(said, personId)}
${safetyScale(`safety-${personId}`, name, judged)}
${given.length === 0 ? nothing : html`<ul class="govuk-list govuk-list--bullet">${given.map(one => html`<li>${whoOf(one.inviteeId)}: ${one.view === null ? 'no view' : viewWords[one.view].toLowerCase()}${one.category ? `, ${codeWords('abuseCategory', one.category).toLowerCase()}` : ''}${one.dissents ? html`. <strong>Does not agree</strong>` : ''}${one.reasons ? `: ${one.reasons}` : ''}</li>`)}</ul>`}
${sits && mayWrite && isConference(meeting) && there.length > 0 ? html`<p class="govuk-body">Write down the view of: ${there.map((one, place) => html`${place > 0 ? ' · ' : ''}${part(`${base}/view${of}&invitee=${one.id}`, inviteeWords(one), html`<span class="govuk-visually-hidden"> for ${name}</span>`)}`)}</p>` : nothing}
${child?.decision ? decidedHtml(child) : nothing}</section>`
}

/** What was decided of a child, and why. */
function decidedHtml({
  decision,
  category,
  thresholdReason,
  reasons,
}: ConferenceView['decided'][number]): Html {
  const rows: readonly (readonly [string, string | null])[] = [
    [
      'Decided',
      decision === null
        ? null
        : `${decisionWords[decision]}${category === null ? '' : `, ${codeWords('abuseCategory', category).toLowerCase()}`}`,
    ],
    ['Why significant harm is likely', thresholdReason],
    ['Reasons', reasons],
  ]
  return summaryList({
    rows: rows.flatMap(([key, value]) =>
      value === null
        ? []
        : [{ key: { text: key }, value: { html: html`<span class="kith-typed">${value}</span>` } }],
    ),
  })
}

function wordsPart(
  child: ConferenceView['decided'][number] | undefined,
  href: string | null,
  name: string,
): Html {
  const change =
    href === null
      ? nothing
      : part(
          href,
          'Write down what the child says',
          html`<span class="govuk-visually-hidden">: ${name}</span>`,
        )
  if (child?.childWords)
    return html`<p class="govuk-body">The child says: <span class="kith-typed">${child.childWords}</span> ${change}</p>`
  if (child?.noWordsBecause)
    return html`<p class="govuk-body">No words of the child: ${child.noWordsBecause} ${change}</p>`
  return html`${warningText({ text: `Nobody has written down what ${name} says`, iconFallbackText: 'Warning' })}<p class="govuk-body">${change}</p>`
}

const headings = {
  strength: 'What goes well',
  worry: 'What we worry about',
  what_needs_to_happen: 'What needs to happen',
} as const

function sayings(said: ConferenceView['said'], personId: Uuid): Html {
  const corrected = new Set(said.flatMap(({ correctsId }) => correctsId ?? []))
  const of = said.filter(
    one => !corrected.has(one.id) && (one.personId === null || one.personId === personId),
  )
  return html`${Object.entries(headings).map(([kind, heading]) => {
    const lines = of.filter(one => one.kind === kind)
    return lines.length === 0
      ? nothing
      : html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${heading}</h3><ul class="govuk-list govuk-list--bullet">${lines.map(one => html`<li class="kith-typed">${one.said}</li>`)}</ul>`
  })}`
}

function planPart(
  { lines, opened, mayWrite }: ConferenceView,
  base: string,
  keys: FormKeys,
  isOpen: boolean,
): Html {
  const remove = (id: Uuid, outcome: string): Html =>
    html`<form class="kith-no-print" method="post" action="${base}/lines/${id}/remove">${formFields(keys)}
${button({ text: html`Take out<span class="govuk-visually-hidden">: ${outcome}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-2', preventDoubleClick: true })}</form>`
  return html`<h2 class="govuk-heading-m">The plan, as it is built</h2>
${lines.length === 0 ? html`<p class="govuk-body">Nothing is written yet. What is typed here becomes the plan when the conference closes.</p>` : nothing}
<ul class="govuk-list">${lines.map(
    one => html`<li><strong>${one.outcome}</strong> (${one.personId === null ? 'every child with a plan' : childName(opened, one.personId)})<br>Now: ${one.baseline}<br>What will change: ${one.whatWillChange}${one.action ? html`<br>${one.action.ownerName}: ${one.action.what}, by ${formatDate(one.action.dueOn)}` : nothing}
${isOpen && mayWrite ? remove(one.id, one.outcome) : nothing}</li>`,
  )}</ul>
${isOpen && mayWrite ? html`<p class="kith-no-print">${button({ text: 'Add to the plan', href: `${base}/lines/new`, classes: 'govuk-button--secondary' })}</p>` : nothing}`
}

function correctionsPart({ corrections, opened }: ConferenceView, base: string): Html {
  const who = (id: Uuid): string => {
    const found = opened.invitees.find(one => one.id === id)
    return found ? inviteeWords(found) : 'Somebody asked'
  }
  return html`<h2 class="govuk-heading-m">What is said to be wrong in the record</h2>
${corrections.length === 0 ? html`<p class="govuk-body">Nothing.</p>` : html`<ul class="govuk-list">${corrections.map(one => html`<li>${who(one.inviteeId)}, ${formatDate(one.saidOn)}${one.isLate ? ' (after ten working days)' : ''}: <span class="kith-typed">${one.said}</span></li>`)}</ul>`}
<p class="govuk-body">${part(`${base}/corrections`, 'Say what is wrong in the record')} · ${part(`${base}/disagree`, 'Disagree with what was decided')}</p>`
}
