import { z } from 'zod'
import { csvLink, listQuery, pageLinks, pageSize, withQuery } from '#modules/agencies'
import { type Reply, route } from '#platform/http'
import { denseTable, formatDateTime, type Html, html, nothing, plural, subNavigation } from '#ui'
import { askedTeams, countQuestions, type ListedQuestion, questionsFor } from '../queries/questionsFor.ts'
import { ageOn } from '../rules/age.ts'
import { type QuestionReason, questionPath, reasonWords } from '../rules/words.ts'

const reasons = Object.keys(reasonWords) as [QuestionReason, ...QuestionReason[]]
const query = z.object({ ...listQuery, reason: z.enum(reasons).optional().catch(undefined) })
const CSV_ROWS = 10_000

/** `/attendances/questions`: what the reader's team is asked about visits to hospital, the oldest first. */
export const questionsRoute = route({
  method: 'GET',
  url: '/attendances/questions',
  admits: ['practitioner', 'duty'],
  summary: 'What the reader’s team is asked about visits to hospital',
  purpose: 'health',
  query,
  async handle({ work, query: asked, path }): Promise<Reply> {
    const teams = await askedTeams(work)
    const isCsv = asked.format === 'csv'
    const rows = await questionsFor(work, {
      teams,
      reason: asked.reason,
      limit: isCsv ? CSV_ROWS : pageSize,
      offset: isCsv ? 0 : (asked.page - 1) * pageSize,
    })
    const subjectIds = [...new Set(rows.map(({ attendanceId }) => attendanceId))]
    if (isCsv)
      return {
        kind: 'csv',
        fileName: 'attendance-questions.csv',
        header: ['Asked', 'Reason', 'Team', 'Arrived', 'Where', 'Family name', 'Given name', 'Born'],
        rows: rows.map(csvRow),
        shown: { resource: 'attendance_questions', subjectIds, action: 'export' },
      }
    const counts = await countQuestions(work, teams)
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
    const total = asked.reason === undefined ? all : (counts.get(asked.reason) ?? 0)
    return {
      kind: 'page',
      title: 'Questions about visits to hospital',
      current: '/attendances',
      back: '/attendances',
      isWide: true,
      content: html`<h1 class="govuk-heading-l">Questions about visits to hospital</h1>
<p class="govuk-body">What no rule could decide, and your team is asked. The oldest is first; each is to be answered on the day it came.</p>
${subNavigation({ label: 'Why it is asked', items: [filter(path, null, all, asked.reason), ...reasons.filter(reason => counts.has(reason) || reason === asked.reason).map(reason => filter(path, reason, counts.get(reason) ?? 0, asked.reason))] })}
${rows.length === 0 ? html`<p class="govuk-body">Nothing is asked.</p>` : table(rows, work.now)}
${pageLinks(path, asked.page, total, 'questions')}
${total === 0 ? nothing : csvLink(path)}`,
      shown:
        subjectIds.length === 0
          ? 'nothing'
          : { resource: 'attendance_questions', subjectIds, action: 'list' },
    }
  },
})

const filter = (
  path: string,
  reason: QuestionReason | null,
  n: number,
  chosen: QuestionReason | undefined,
) => ({
  text: `${reason === null ? 'All' : reasonWords[reason]} (${n})`,
  href: withQuery(path, { reason, page: null }),
  active: (chosen ?? null) === reason,
})

const table = (rows: readonly ListedQuestion[], now: Temporal.Instant): Html =>
  denseTable({
    caption: 'Open questions',
    captionClasses: 'govuk-visually-hidden',
    head: ['Question', 'Waiting', 'Child, as told', 'Visit', 'Asked of'].map(text => ({ text })),
    rows: rows.map(one => [
      {
        html: html`<a class="govuk-link" href="${questionPath(one)}">${reasonWords[one.reason]}</a>`,
      },
      { text: waiting(one.askedAt, now) },
      { text: childLine(one) },
      { text: `${formatDateTime(one.arrivedAt)}${one.place === null ? '' : `, ${one.place}`}` },
      { text: one.teamName },
    ]),
  })

function waiting(since: Temporal.Instant, now: Temporal.Instant): string {
  const hours = Math.max(0, Math.floor(since.until(now).total('hours')))
  if (hours < 1) return 'less than an hour'
  return hours < 48 ? plural(hours, 'hour', 'hours') : plural(Math.floor(hours / 24), 'day', 'days')
}

function childLine({ given, family, born, arrivedAt }: ListedQuestion): string {
  const name = [given, family].filter(Boolean).join(' ') || 'Name not told'
  return `${name}, ${ageOn(born, arrivedAt.toZonedDateTimeISO('Europe/London').toPlainDate())}`
}

const csvRow = (one: ListedQuestion): readonly unknown[] => [
  one.askedAt.toString(),
  reasonWords[one.reason],
  one.teamName,
  one.arrivedAt.toString(),
  one.place,
  one.family,
  one.given,
  one.born?.toString(),
]
