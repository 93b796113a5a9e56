import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks, withQuery } from '#modules/agencies'
import { recordReaders } from '#modules/casework'
import { type Reply, route } from '#platform/http'
import { denseTable, formatDate, type Html, html, nothing, plural, subNavigation } from '#ui'
import { notedWork } from '../clinical/serviceNotes.ts'
import { familyPath } from '../frame/familyParams.ts'
import { isSupervisionLate, type ListedWorkbook, waits, workbooks } from './workbooks.ts'

const query = z.object({ ...listQuery, show: z.enum(['all', 'own', 'waiting']).catch('all').default('all') })
type Asked = z.infer<typeof query>

/** `/safeguarding`: the reader's families with an open workbook, and what waits in each. */
export const listRoute = route({
  method: 'GET',
  url: '/safeguarding',
  admits: recordReaders,
  summary: 'Families with an open workbook, with what waits in each',
  purpose: 'casework',
  query,
  async handle({ work, query: asked, path }): Promise<Reply> {
    const all = await workbooks(work)
    const chosen = all.filter(one => isChosen(one, asked, work.today))
    const rows = asked.format === 'csv' ? chosen : onPage(chosen, asked.page)
    const subjectIds = [...new Set(rows.flatMap(({ memberIds }) => memberIds))]
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'workbooks.csv',
        header: ['Family', 'Team', 'Open since', 'Your work', 'What waits', 'Group supervision due by'],
        rows: rows.map(one => [
          one.reference,
          one.teamName,
          one.openedOn.toString(),
          one.ownWork.join('; '),
          waiting(one, work.today).join('; '),
          one.supervisionDueOn?.toString() ?? '',
        ]),
        shown: { resource: 'workbooks', subjectIds, action: 'export' },
      }
    return {
      kind: 'page',
      title: 'Workbooks',
      current: '/safeguarding',
      isWide: true,
      content: html`${page(all, rows, { count: chosen.length, asked, path, today: work.today })}${(await notedWork(work)).length > 0 ? html`<p class="govuk-body"><a class="govuk-link" href="/safeguarding/clinical-notes">Clinical notes of your service</a></p>` : nothing}`,
      shown: subjectIds.length === 0 ? 'nothing' : { resource: 'workbooks', subjectIds, action: 'list' },
    }
  },
})

const isChosen = (one: ListedWorkbook, { show }: Asked, today: Temporal.PlainDate): boolean =>
  show === 'all' || (show === 'own' ? one.ownWork.length > 0 : waits(one, today) > 0)

/** What waits, in words. */
const waiting = (one: ListedWorkbook, today: Temporal.PlainDate): readonly string[] => [
  ...(one.nobody > 0 ? [`${plural(one.nobody, 'need')} with nobody and no reason`] : []),
  ...(one.unanswered > 0 ? [`${plural(one.unanswered, 'offer')} without answer`] : []),
  ...one.silent.map(
    chapter => `Silent: ${chapter.toLowerCase()}${one.ownSilent.includes(chapter) ? ' (yours)' : ''}`,
  ),
  ...(one.tasks > 0 ? [`${plural(one.tasks, 'task')} of yours`] : []),
  ...(isSupervisionLate(one, today) ? ['Group supervision is late'] : []),
]

type Around = {
  readonly count: number
  readonly asked: Asked
  readonly path: string
  readonly today: Temporal.PlainDate
}

function page(
  all: readonly ListedWorkbook[],
  rows: readonly ListedWorkbook[],
  { count, asked, path, today }: Around,
): Html {
  const choices = [
    ['all', `All (${all.length})`],
    ['own', `Where you work (${all.filter(({ ownWork }) => ownWork.length > 0).length})`],
    ['waiting', `Something waits (${all.filter(one => waits(one, today) > 0).length})`],
  ] as const
  return html`<h1 class="govuk-heading-l">Workbooks</h1>
<p class="govuk-body">Families with which a Family Safeguarding team works, as far as its work is yours to read. <a class="govuk-link" href="/safeguarding/by-team">Counted by team</a></p>
${subNavigation({ label: 'Which workbooks', items: choices.map(([show, text]) => ({ text, href: withQuery(path, { show: show === 'all' ? null : show }), active: asked.show === show })) })}
${rows.length === 0 ? html`<p class="govuk-body">None.</p>` : table(rows, today)}
${pageLinks(path, asked.page, count, 'workbooks')}
${count === 0 ? '' : csvLink(path)}`
}

const table = (rows: readonly ListedWorkbook[], today: Temporal.PlainDate): Html =>
  denseTable({
    caption: 'Workbooks, those in which most waits first',
    head: ['Family', 'Your work', 'What waits', 'Group supervision', 'Team', 'Open since'].map(text => ({
      text,
    })),
    rows: rows.map(one => [
      { html: html`<a class="govuk-link" href="${familyPath(one.familyId)}">Family ${one.reference}</a>` },
      { text: one.ownWork.join(', ') },
      { html: lines(waiting(one, today)) },
      { text: one.supervisionDueOn === null ? '' : `By ${formatDate(one.supervisionDueOn)}` },
      { text: one.teamName },
      { text: formatDate(one.openedOn) },
    ]),
  })

const lines = (texts: readonly string[]): Html => html`${texts.map(text => html`<div>${text}</div>`)}`
