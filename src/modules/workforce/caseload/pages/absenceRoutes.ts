import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks } from '#modules/agencies'
import type { Work } from '#platform/db'
import { type Reply, type Route, route } from '#platform/http'
import { parseUuid } from '#platform/ids'
import { button, formatDate, html, nothing } from '#ui'
import { cellsTable, choicesOf, linkTo, workforcePage } from '../../frame/index.ts'
import { type Opened, type RowForm, rowFormRoutes, type Values } from '../../row-form/index.ts'
import { type Absence, ledWorkers, readAbsences } from '../queries/readAbsences.ts'

const url = '/workforce/absences'
const reasonWords = { leave: 'Leave', away: 'Away', secondment: 'Secondment', other: 'Other' } as const
/** Class D1: administrators have no part in it. */
const readers = { admits: ['practitioner', 'duty', 'director'], purpose: 'administration' } as const

const listRoute = route({
  ...readers,
  method: 'GET',
  url,
  query: z.object(listQuery),
  summary: 'Absences that reduce capacity: one’s own, and of those whom one leads',
  async handle({ work, query: asked, path }): Promise<Reply> {
    const rows = await readAbsences(work)
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'absences.csv',
        header: ['Worker', 'From', 'Until', 'Reason', 'Counted as capacity'],
        rows: rows.map(row => [
          row.workerName,
          row.fromDay,
          row.untilDay,
          reasonWords[row.reason],
          row.countsAsCapacity ? 'yes' : 'no',
        ]),
        shown: 'nothing',
      }
    const leads = work.knownAt === null && (await ledWorkers(work)).length > 0
    const led = new Set((await ledWorkers(work)).map(({ id }) => id))
    return workforcePage(work, {
      tab: '/workforce/caseload',
      title: 'Absences',
      back: '/workforce/caseload',
      content: html`<p class="govuk-body">Days on which somebody is not there to hold cases. You see your own and those of people whom you lead; nobody else does. A reason of health is never written here.</p>
${leads ? button({ text: 'Add an absence', href: `${url}/new` }) : nothing}
${
  rows.length === 0
    ? html`<p class="govuk-body">No absence is recorded.</p>`
    : cellsTable(
        'Absences',
        ['Worker', 'From', 'Until', 'Reason', 'Counted as capacity'],
        onPage(rows, asked.page).map(row => [
          led.has(row.workerId) && work.knownAt === null
            ? linkTo(`${url}/${row.id}`, row.workerName)
            : row.workerName,
          formatDate(row.fromDay),
          row.untilDay ? formatDate(row.untilDay) : 'Not known',
          reasonWords[row.reason],
          row.countsAsCapacity ? 'Yes' : 'No',
        ]),
      )
}
${pageLinks(path, asked.page, rows.length, 'absences')}${csvLink(path)}`,
    })
  },
})

const fields: RowForm['fields'] = [
  { name: 'worker_id', label: 'Worker', kind: 'select', isRequired: true },
  { name: 'from_day', label: 'First day', kind: 'date', isRequired: true },
  { name: 'until_day', label: 'Last day', kind: 'date', hint: 'Leave empty while nobody knows.' },
  { name: 'reason', label: 'Reason', kind: 'select', hint: 'Never a reason of health.', isRequired: true },
  { name: 'counts_as_capacity', label: 'Still counts as capacity', kind: 'yes_no' },
]

async function open(work: Work, absence: Absence | null): Promise<Opened | null> {
  const led = await ledWorkers(work)
  if (led.length === 0) return null
  if (absence !== null && !led.some(({ id }) => id === absence.workerId)) return null
  return {
    id: absence?.id ?? null,
    title: absence === null ? 'Add an absence' : 'Change an absence',
    back: url,
    options: {
      worker_id: led.map(({ id, name }) => ({ value: id, text: name })),
      reason: choicesOf(reasonWords),
    },
    values: {
      worker_id: absence?.workerId ?? '',
      from_day: absence?.fromDay.toString() ?? '',
      until_day: absence?.untilDay?.toString() ?? '',
      reason: absence?.reason ?? '',
      counts_as_capacity: absence?.countsAsCapacity ? 'yes' : '',
    },
  }
}

/** What stands against an absence: an end before its beginning, or another of the same days. */
async function check(work: Work, values: Values, opened: Opened) {
  const { from_day: from = '', until_day: until = '', worker_id: worker = '' } = values
  if (until !== '' && until < from)
    return [{ field: 'until_day', message: 'Last day must be on or after the first day' }]
  const others = (await readAbsences(work)).filter(one => one.workerId === worker && one.id !== opened.id)
  const meets = others.find(
    one =>
      (until === '' || one.fromDay.toString() <= until) &&
      (one.untilDay === null || one.untilDay.toString() >= from),
  )
  return meets === undefined
    ? []
    : [
        {
          field: 'from_day',
          message: `An absence from ${formatDate(meets.fromDay)} covers some of these days. Change that one instead`,
        },
      ]
}

const form = {
  ...readers,
  admits: ['practitioner', 'director'],
  table: 'worker_absence',
  current: '/workforce',
  fields,
  check,
} as const

export const absenceRoutes: readonly Route[] = [
  listRoute,
  ...rowFormRoutes({
    ...form,
    url: `${url}/new`,
    summary: 'Add an absence that reduces capacity',
    saved: 'The absence is saved',
    open: work => open(work, null),
  }),
  ...rowFormRoutes({
    ...form,
    url: `${url}/:absenceId`,
    summary: 'Change an absence that reduces capacity',
    saved: 'The absence is saved',
    async open(work, { absenceId = '' }) {
      const id = parseUuid(absenceId)
      const [absence] = id === null ? [] : await readAbsences(work, id)
      return absence === undefined ? null : await open(work, absence)
    },
  }),
]
