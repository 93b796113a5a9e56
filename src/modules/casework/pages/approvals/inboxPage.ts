import { csvLink, pageLinks } from '#modules/agencies'
import { denseTable, formatDate, formatDateTime, type Html, html, nothing, plural, subNavigation } from '#ui'
import { type InboxItem, inboxPath } from '../../approvals/inboxItem.ts'
import { dueCell } from './dueCell.ts'
import { inboxFilter } from './inboxFilter.ts'
import { coverOf, type InboxView, inboxLabel, outcomeWords, peopleWords, waitedDays } from './inboxView.ts'

const empty = {
  waiting: 'Nothing waits for your decision.',
  handed_in: 'You have handed nothing in.',
  decided: 'Nothing has been decided for your teams yet.',
} as const

/** What waits for a manager's decision, most urgent first, and beside it what one has handed in and what was decided. */
export function inboxPage(view: InboxView): Html {
  const { choice, count, waiting, page, path } = view
  const tabs = [
    { text: `For you to decide (${waiting})`, href: '/approvals', show: 'waiting' },
    { text: 'Handed in by you', href: '/approvals?show=handed_in', show: 'handed_in' },
    { text: 'Decided', href: '/approvals?show=decided', show: 'decided' },
  ]
  return html`<h1 class="govuk-heading-l">Approvals</h1>
  ${subNavigation({
    label: 'Which approvals',
    items: tabs.map(({ text, href, show }) => ({ text, href, active: choice.show === show })),
  })}
  ${coverLines(view)}
  ${inboxFilter(view)}
  ${count === 0 ? html`<p class="govuk-body">${emptyWords(view)}</p>` : list(view)}
  ${pageLinks(path, page, count, 'approvals')}
  ${count > 0 ? csvLink(path) : nothing}
  ${view.led.length > 0 ? html`<p class="govuk-body"><a class="govuk-link" href="/transfers?show=asked_by">Transfers that your teams asked for</a></p><p class="govuk-body"><a class="govuk-link" href="/cover">Arrange cover while you are away</a></p>` : nothing}`
}

const emptyWords = ({ choice }: InboxView): string =>
  choice.kind || choice.team || choice.mine ? 'Nothing matches these filters.' : empty[choice.show]

function coverLines({ covers }: InboxView): Html {
  return html`${covers.map(
    cover =>
      html`<p class="govuk-body">You are covering for ${cover.holderName}, ${cover.placeName}, until the end of ${formatDate(cover.lastDay)}.</p>`,
  )}`
}

function list(view: InboxView): Html {
  const isWaiting = view.choice.show === 'waiting'
  const columns = isWaiting
    ? ['What', 'For', 'Handed in by', 'Waiting', 'Due', 'Team']
    : ['What', 'For', 'Handed in by', 'Handed in', 'Outcome', 'Decided by']
  return denseTable({
    caption: isWaiting ? 'Waiting for your decision, most urgent first' : 'Approvals, newest first',
    captionClasses: 'govuk-visually-hidden',
    head: columns.map(text => ({ text })),
    rows: view.rows.map(one => [
      {
        html: html`<a class="govuk-link" href="${inboxPath(one)}">${inboxLabel(one)}<span class="govuk-visually-hidden"> for ${peopleWords(view, one)}</span></a>`,
      },
      { text: peopleWords(view, one) },
      { text: nameOf(view, one.submittedBy) },
      ...(isWaiting ? waitingCells(view, one) : decidedCells(view, one)),
    ]),
  })
}

const nameOf = ({ names }: InboxView, id: InboxItem['submittedBy']): string =>
  id === null ? '' : (names.get(id) ?? '')

function waitingCells(view: InboxView, one: InboxItem) {
  const cover = coverOf(view, one)
  const asked = one.toWorkerId === null ? '' : `Asked of ${view.names.get(one.toWorkerId) ?? 'a manager'}`
  return [
    { text: plural(waitedDays(one, view.today), 'day') },
    { html: dueCell(view.due.get(one.id), view) },
    {
      html: html`${one.teamId ? (view.teamNames.get(one.teamId) ?? '') : 'Another authority'}${cover ? html`<br>Covering for ${cover.holderName}` : nothing}${asked ? html`<br>${asked}` : nothing}`,
    },
  ]
}

function decidedCells(view: InboxView, one: InboxItem) {
  const decided = one.decidedAt === null ? '' : `, ${formatDateTime(one.decidedAt)}`
  return [
    { text: formatDateTime(one.submittedAt) },
    { text: `${outcomeWords[one.outcome ?? 'waiting']}${decided}` },
    { text: nameOf(view, one.decidedBy) },
  ]
}
