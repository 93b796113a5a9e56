import { z } from 'zod'
import { listQuery, readClockSettings } from '#modules/agencies'
import { type Reply, route, type Visit } from '#platform/http'
import { barChart, formatDate, type Html, html, progressBar, summaryList } from '#ui'
import { type DoorReport, doorReport, reportSince } from '../../queries/doorReport.ts'
import { outcomes, outcomeWords } from '../../rules/contactWords.ts'
import { needWords } from '../../rules/needWords.ts'

const query = z.object(listQuery)
const MONTHS = 12

async function show({
  work,
  query: { format },
  path,
}: Visit<unknown, z.infer<typeof query>, unknown>): Promise<Reply> {
  const since = reportSince(work.now, MONTHS)
  const report = await doorReport(work, since, await readClockSettings(work))
  if (format === 'csv')
    return {
      kind: 'csv',
      fileName: 'front-door-report.csv',
      header: ['What', 'Value'],
      rows: figures(report),
      shown: { resource: 'front_door_report', subjectIds: [], action: 'export' },
    }
  return {
    kind: 'page',
    title: 'How the front door is doing',
    current: '/front-door',
    back: '/front-door',
    content: html`<h1 class="govuk-heading-l">How the front door is doing</h1>
<p class="govuk-body">Contacts received since ${formatDate(since)} that you may see.</p>
${page(report)}<p class="govuk-body"><a class="govuk-link" href="${path}?format=csv">Download these figures (CSV)</a></p>`,
    shown: { resource: 'front_door_report', subjectIds: [] },
  }
}

/** The first words of an outcome: a bar's label has room for no more. */
const shortWords = (one: (typeof outcomes)[number]): string => outcomeWords[one].split(':')[0] ?? ''
const hours = (value: number | null): string =>
  value === null ? 'Nothing is decided yet' : `${value.toFixed(1)} hours`
const share = (part: number, whole: number): string =>
  whole === 0 ? 'None' : `${Math.round((part * 100) / whole)}%`

function figures(report: DoorReport): readonly (readonly [string, string | number])[] {
  return [
    ['Contacts', report.contacts],
    ['Waiting for a decision', report.waiting],
    ['Decided in time', report.inTime],
    ['Decided late', report.late],
    ['Middle time to a decision', hours(report.medianHours)],
    ['Referrals', report.referrals],
    [
      'Referred again within twelve months',
      `${report.reReferrals} (${share(report.reReferrals, report.referrals)})`,
    ],
    ...outcomes.map(one => [outcomeWords[one], report.outcomes.get(one) ?? 0] as const),
    ...report.leadDays.map(
      ({ kind, days }) => [`Days from need to referral: ${needWords[kind]}`, days] as const,
    ),
  ]
}

function page(report: DoorReport): Html {
  const whole = report.inTime + report.late
  return html`${summaryList({
    rows: figures(report)
      .slice(0, 7)
      .map(([key, value]) => ({ key: { text: key }, value: { text: String(value) } })),
  })}
<h2 class="govuk-heading-m">Decisions made in time</h2>
<p class="govuk-body">${progressBar({ id: 'in-time', title: 'Decisions made in time', done: report.inTime, of: whole })}</p>
<h2 class="govuk-heading-m">What was decided</h2>
${barChart({
  id: 'outcomes',
  title: 'What was decided',
  description: 'How many children each threshold decision was made for.',
  labelHeading: 'Decision',
  valueHeading: 'Children',
  bars: outcomes.map(one => ({ label: shortWords(one), value: report.outcomes.get(one) ?? 0 })),
})}
${
  report.leadDays.length === 0
    ? html`<p class="govuk-body">No needs with a referral are recorded yet.</p>`
    : html`<h2 class="govuk-heading-m">Days from need to referral</h2>${barChart({
        id: 'lead-days',
        title: 'From need to referral',
        description:
          'For each kind of need, the middle number of days from the day it was first noted to the referral.',
        labelHeading: 'Need',
        valueHeading: 'Days',
        bars: report.leadDays.map(({ kind, days, children }) => ({
          label: `${needWords[kind]} (${children})`,
          value: days,
        })),
      })}`
}`
}

export const reportRoutes = [
  route({
    method: 'GET',
    url: '/front-door/report',
    admits: ['practitioner', 'director'],
    purpose: 'front_door',
    query,
    summary: 'Time to decision, outcomes, returns within twelve months, time from need to referral',
    handle: show,
  }),
]
