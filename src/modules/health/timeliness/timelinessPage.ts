import { barChart, denseTable, formatDate, formatDateTime, type Html, html, nothing, plural, tag } from '#ui'
import { reasonWords } from '../attendances/rules/words.ts'
import { type Aim, aimsOf } from './aims.ts'
import type { SenderStanding, Standing, Tally, TeamStanding } from './readStanding.ts'

const whole = (minutes: number | null): string =>
  minutes === null ? 'None' : plural(Math.round(minutes), 'minute', 'minutes')
const share = (part: number, of: number): number => (of === 0 ? 0 : Math.round((1000 * part) / of) / 10)
const head = (...names: readonly string[]) => names.map(text => ({ text }))
const captionClasses = 'govuk-table__caption--m'

/** The board: by sender, by team, what waits, and what hospitals count themselves. */
export function timelinessPage(
  standing: Standing,
  since: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Html {
  const { visits, unmatched, senders, teams, tallies } = standing
  return html`<h1 class="govuk-heading-l">Timeliness of visits to hospital</h1>
<p class="govuk-body">Visits since ${formatDate(since)}: numbers of every hospital and team, of no child. Where hospitals differ, the slowest counts.</p>
${visits === 0 ? html`<p class="govuk-body">No hospital has told of a visit since then.</p>` : html`<p class="govuk-body">${plural(visits, 'visit', 'visits')}, of which ${unmatched} (${share(unmatched, visits)}%) are matched with nobody of the record. Cancelled ones are left out of this.</p>`}
${senders.length === 0 ? nothing : aimTable(aimsOf(standing, today))}
${senders.length === 0 ? html`<p class="govuk-body">No hospital is set up to send.</p>` : senderTable(senders)}
${teams.length === 0 ? nothing : html`<h2 class="govuk-heading-m">By team: percent read within a working day</h2>${teamChart(teams)}${teamTable(teams)}`}
${questionTable(standing)}
${stuckLine(standing)}
${tallies.length === 0 ? html`<h2 class="govuk-heading-m">Hospitals’ own counts</h2><p class="govuk-body">No hospital has sent a count of its own.</p>` : tallyTable(tallies)}`
}

const aimTable = (aims: readonly Aim[]): Html =>
  denseTable({
    caption: 'What we aim at, and how it stands',
    captionClasses,
    firstCellIsHeader: true,
    head: head('What', 'Aim', 'Now', 'Met'),
    rows: aims.map(({ what, aim, now, isMet }) => [
      { text: what },
      { text: aim },
      { text: now },
      { html: isMet === null ? nothing : isMet ? metTag : missedTag },
    ]),
  })
const metTag = tag({ text: 'Met', classes: 'govuk-tag--green' })
const missedTag = tag({ text: 'Not met', classes: 'govuk-tag--red' })

const senderTable = (senders: readonly SenderStanding[]): Html =>
  denseTable({
    caption: 'By hospital: from arrival until it was told here; answered and listed, in the last seven days',
    captionClasses,
    firstCellIsHeader: true,
    head: head(
      'Hospital',
      'Visits told, cancelled too',
      'Median',
      'Worst',
      'Answered, 99 of 100',
      'On the list, 95 of 100',
      'Last told',
    ),
    rows: senders.map(one => [
      { text: one.name },
      { text: String(one.visits) },
      { text: whole(one.medianMinutes) },
      { text: whole(one.worstMinutes) },
      { text: one.answerMs === null ? 'None' : `${Math.round(one.answerMs)} ms` },
      { text: one.listedSeconds === null ? 'None' : `${one.listedSeconds.toFixed(1)} s` },
      {
        html: html`${one.lastAt === null ? 'Nothing' : formatDateTime(one.lastAt)}${one.isSilent ? html` ${tag({ text: 'Silent', classes: 'govuk-tag--red' })}` : nothing}`,
      },
    ]),
  })

const teamChart = (teams: readonly TeamStanding[]): Html =>
  barChart({
    id: 'read-in-time',
    title: 'Read in time, by team',
    description: teams
      .map(({ name, told, inTime }) => `${name}: ${share(inTime, told)}% of ${told}`)
      .join('. '),
    labelHeading: 'Team',
    valueHeading: 'Percent read within a working day',
    bars: teams.map(({ name, told, inTime }) => ({ label: name, value: share(inTime, told) })),
  })

const teamTable = (teams: readonly TeamStanding[]): Html =>
  denseTable({
    caption: 'By team: what it was told',
    captionClasses,
    firstCellIsHeader: true,
    head: head('Team', 'Told', 'Read in time', 'Not read', 'Of them late', 'Oldest was to be read by'),
    rows: teams.map(one => [
      { text: one.name },
      ...[one.told, one.inTime, one.unread, one.late].map(n => ({ text: String(n) })),
      { text: one.oldestDay === null ? 'None waits' : formatDate(one.oldestDay) },
    ]),
  })

function questionTable({ questions }: Standing): Html {
  if (questions.length === 0)
    return html`<h2 class="govuk-heading-m">Open questions</h2><p class="govuk-body">No question is open.</p>`
  return denseTable({
    caption: 'Open questions',
    captionClasses,
    firstCellIsHeader: true,
    head: head('Why', 'Open', 'Oldest since'),
    rows: questions.map(({ reason, open, oldestAt }) => [
      { text: reasonWords[reason] },
      { text: String(open) },
      { text: formatDateTime(oldestAt) },
    ]),
  })
}

const stuckLine = ({ stuck: { count, since } }: Standing): Html =>
  html`<h2 class="govuk-heading-m">Messages that nobody could read</h2>
<p class="govuk-body">${count === 0 ? 'None waits.' : html`<strong>${plural(count, 'message', 'messages')}</strong> ${count === 1 ? 'waits' : 'wait'} for an administrator${since === null ? '' : `, the oldest since ${formatDateTime(since)}`}. A child may be behind each.`}</p>`

const tallyTable = (tallies: readonly Tally[]): Html =>
  denseTable({
    caption: 'Hospitals’ own counts beside what was told here',
    captionClasses,
    head: head('Day', 'Hospital', 'Their count', 'Told here', 'Difference', 'Visits not told here'),
    rows: tallies.map(one => [
      { text: formatDate(one.onDay) },
      { text: one.name },
      ...[one.theirs, one.ours, one.ours - one.theirs].map(n => ({ text: String(n) })),
      { text: one.missing.join(', ') || 'None of their list' },
    ]),
  })
