import { recordReaders } from '#modules/casework'
import { type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, denseTable, formatDate, type Html, html, nothing } from '#ui'
import { childrenOf } from '../chapters/chapterRoutes.ts'
import { workbookPage } from '../frame/familyPage.ts'
import { familyParams, familyPath } from '../frame/familyParams.ts'
import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import type { Strand } from '../rules/strand.ts'
import { strandsOf } from '../workbook/queries/strandsOf.ts'
import { childSide } from './childSide.ts'
import { measureNames } from './measureNames.ts'
import { type Measure, measuresOf } from './measures.ts'

/** `/families/:familyId/safeguarding/outcomes`: measures of the adults beside what the children's record says, before and after. */
export const outcomesRoute = route({
  method: 'GET',
  url: '/families/:familyId/safeguarding/outcomes',
  admits: recordReaders,
  summary: 'Measures of how the adults of a family fare, beside the children’s plans, before and after',
  purpose: 'casework',
  params: familyParams,
  handle: ({ work, params: { familyId } }): Promise<Reply> =>
    workbookPage(work, familyId, {
      title: 'Measures',
      resource: 'outcome_measure',
      tab: 'outcomes',
      isWide: true,
      async content(open) {
        const names = await measureNames(work)
        const measures = await measuresOf(work, familyId)
        const strands = await strandsOf(work, familyId)
        const children = await childSide(work, childrenOf(open))
        return html`<h1 class="govuk-heading-l">Measures, before and after</h1>
<p class="govuk-body">Before means before the first contact of a specialist with that person. That something changed afterwards does not prove that the help changed it.</p>
${measures.length === 0 ? html`<p class="govuk-body">Nothing is measured yet.</p>` : table(open, measures, strands, names)}
${open.writes && open.workbook !== null ? html`<div class="kith-no-print">${button({ text: 'Record a measure', href: familyPath(familyId, '/outcomes/new'), classes: 'govuk-button--secondary' })}</div>` : nothing}
${denseTable({
  caption: 'The children',
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

/** The first contact of whoever works with a person: before and after are told from it. */
export function firstContactOf(strands: readonly Strand[], personId: Uuid): Temporal.PlainDate | null {
  const days = strands.flatMap(one => (one.personId === personId ? (one.firstContactOn ?? []) : []))
  return days.toSorted(Temporal.PlainDate.compare)[0] ?? null
}

function table(
  open: OpenFamily,
  measures: readonly Measure[],
  strands: readonly Strand[],
  names: Readonly<Record<string, string>>,
): Html {
  const groups = Map.groupBy(measures, ({ personId, measure }) => `${personId} ${measure}`)
  const words = (list: readonly Measure[]): Html =>
    html`${list.length === 0 ? 'None' : list.map(({ value, onDay }) => html`<div>${value} on ${formatDate(onDay)}</div>`)}`
  return denseTable({
    caption: 'The adults',
    captionClasses: 'govuk-table__caption--m',
    head: ['Who', 'Measure', 'First specialist contact', 'Before', 'After'].map(text => ({ text })),
    rows: [...groups.values()].flatMap(list => {
      const [one] = list
      if (one === undefined) return []
      const first = firstContactOf(strands, one.personId)
      const isBefore = ({ onDay }: Measure) => first === null || Temporal.PlainDate.compare(onDay, first) < 0
      return [
        [
          { text: nameOf(open, one.personId) },
          { text: names[one.measure] ?? one.measure },
          { text: first === null ? 'None yet' : formatDate(first) },
          { html: words(list.filter(isBefore)) },
          { html: first === null ? html`Not yet` : words(list.filter(each => !isBefore(each))) },
        ],
      ]
    }),
  })
}
