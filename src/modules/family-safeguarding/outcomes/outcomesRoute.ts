import { recordReaders } from '#modules/casework'
import { type Reply, route } from '#platform/http'
import { button, denseTable, formatDate, type Html, html, nothing } from '#ui'
import { childrenOf } from '../chapters/chapterRoutes.ts'
import { workbookPage } from '../frame/familyPage.ts'
import { familyParams, familyPath } from '../frame/familyParams.ts'
import { nameOf } from '../frame/openFamily.ts'
import { strandsOf } from '../workbook/queries/strandsOf.ts'
import { childSide } from './childSide.ts'
import { measureDrawing } from './measureDrawing.ts'
import { measureNames } from './measureNames.ts'
import { measuresOf } from './measures.ts'
import { type Series, seriesOf } from './series.ts'

/** `/families/:familyId/safeguarding/outcomes`: measures of the adults beside the children's, before and after. */
export const outcomesRoute = route({
  method: 'GET',
  url: '/families/:familyId/safeguarding/outcomes',
  admits: recordReaders,
  summary:
    'Measures of how the adults and children of a family fare, beside the children’s plans, before and after',
  purpose: 'casework',
  params: familyParams,
  handle: ({ work, params: { familyId } }): Promise<Reply> =>
    workbookPage(work, familyId, {
      title: 'Measures',
      resource: 'outcome_measure',
      tab: 'outcomes',
      isWide: true,
      async content(open) {
        const { all: names } = await measureNames(work)
        const measures = await measuresOf(work, familyId)
        const strands = await strandsOf(work, familyId)
        const series = seriesOf(open, measures, strands, names)
        const children = await childSide(work, childrenOf(open))
        return html`<h1 class="govuk-heading-l">Measures, before and after</h1>
<p class="govuk-body">Before means before the first contact of a specialist with that person; of a child, with anybody of the family. The dashed line is that first contact. That something changed afterwards does not prove that the help changed it.</p>
${measures.length === 0 ? html`<p class="govuk-body">Nothing is measured yet.</p>` : measureDrawing(series)}
${table(
  'The adults',
  series.filter(({ isChild }) => !isChild),
)}
${table(
  'The children',
  series.filter(({ isChild }) => isChild),
)}
${open.writes && open.workbook !== null ? html`<div class="kith-no-print">${button({ text: 'Record a measure', href: familyPath(familyId, '/outcomes/new'), classes: 'govuk-button--secondary' })}</div>` : nothing}
${denseTable({
  caption: 'Plans of the children',
  captionClasses: 'govuk-table__caption--m',
  head: ['Child', 'Plan now', 'Since'].map(text => ({ text })),
  rows: children.map(({ personId, plan, since }) => [
    { text: nameOf(open, personId) },
    { text: plan ?? 'No plan that you may see' },
    { text: since === null ? '' : formatDate(since) },
  ]),
})}`
      },
    }),
})

function table(caption: string, series: readonly Series[]): Html {
  if (series.length === 0) return nothing
  const words = (list: Series['marks']): Html =>
    html`${list.length === 0 ? 'None' : list.map(({ value, on }) => html`<div>${value} on ${formatDate(on)}</div>`)}`
  return denseTable({
    caption,
    captionClasses: 'govuk-table__caption--m',
    head: ['Who', 'Measure', 'First specialist contact', 'Before', 'After'].map(text => ({ text })),
    rows: series.map(({ who, measure, first, marks }) => {
      const isBefore = ({ on }: Series['marks'][number]) =>
        first === null || Temporal.PlainDate.compare(on, first) < 0
      return [
        { text: who },
        { text: measure },
        { text: first === null ? 'None yet' : formatDate(first) },
        { html: words(marks.filter(isBefore)) },
        { html: first === null ? html`Not yet` : words(marks.filter(one => !isBefore(one))) },
      ]
    }),
  })
}
