import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks } from '#modules/agencies'
import { uuidParam } from '#modules/casework'
import { notFound, type Reply, type Route, route } from '#platform/http'
import { button, formatDate, html, nothing } from '#ui'
import { money } from '../../capacity/pages/money.ts'
import { cellsTable, linkTo, readers, workforcePage } from '../../frame/index.ts'
import { mayKeep } from '../../row-form/index.ts'
import { type Decision, type Register, readOne, readRegister } from '../queries/readDecisions.ts'
import { statusWords } from './decisionForms.ts'
import { corrections, decided, difference, recommended } from './decisionWords.ts'

const list = '/workforce/decisions'

/** A line of the list: a recommendation, with one decision on it. */
type Listed = { readonly one: Register; readonly decision: Decision | null }

const listRoute = route({
  ...readers,
  method: 'GET',
  url: list,
  query: z.object(listQuery),
  summary: 'What was recommended and what was decided, side by side',
  async handle({ work, query: asked, path }): Promise<Reply> {
    const all = (await readRegister(work)).flatMap((one): readonly Listed[] =>
      one.decisions.length === 0
        ? [{ one, decision: null }]
        : one.decisions.map(decision => ({ one, decision: decision.now })),
    )
    if (asked.format === 'csv') return csv(all)
    return workforcePage(work, {
      tab: list,
      title: 'Decisions',
      content: html`<p class="govuk-body">A recommendation and a decision are records of their own, each with its own sum. ${linkTo('/workforce/invest-to-save', 'Invest-to-save cases')} say what was forecast and what came of it.</p>
${(await mayKeep(work)) ? button({ text: 'Record a recommendation', href: `${list}/new` }) : nothing}
${
  all.length === 0
    ? html`<p class="govuk-body">Nothing has been recorded.</p>`
    : cellsTable(
        'Recommended and decided',
        ['About', 'Put to', 'Recommended', 'Decided', 'Difference', 'Decision'],
        onPage(all, asked.page).map(({ one, decision }) => {
          const { now, first } = one.recommendation
          return [
            linkTo(`${list}/${first.id}`, now.subject),
            `${now.body}, ${formatDate(now.meetsOn)}`,
            money(now.amount),
            decision === null ? 'Not yet' : money(decision.amount),
            decision === null ? '' : difference(now.amount, decision.amount),
            decision === null ? '' : `${statusWords[decision.status]}, ${formatDate(decision.decidedOn)}`,
          ]
        }),
      )
}
${pageLinks(path, asked.page, all.length, 'records')}${csvLink(path)}`,
    })
  },
})

const csv = (all: readonly Listed[]): Reply => ({
  kind: 'csv',
  fileName: 'decisions.csv',
  header: [
    'About',
    'Put to',
    'Meeting',
    'Item',
    'Author’s role',
    'Recommended',
    'Decided by',
    'Decided on',
    'Decision',
    'Decided',
    'Difference',
  ],
  rows: all.map(
    ({
      one: {
        recommendation: { now },
      },
      decision,
    }) => [
      now.subject,
      now.body,
      now.meetsOn,
      now.item,
      now.authorRole,
      now.amount,
      decision?.body,
      decision?.decidedOn,
      decision ? statusWords[decision.status] : null,
      decision?.amount,
      decision ? decision.amount - now.amount : null,
    ],
  ),
  shown: 'nothing',
})

const oneRoute = route({
  ...readers,
  method: 'GET',
  url: `${list}/:recommendationId`,
  params: z.object({ recommendationId: uuidParam }),
  summary: 'One recommendation and what was decided on it, side by side, with every correction',
  async handle({ work, params }): Promise<Reply> {
    const one = await readOne(work, params.recommendationId)
    if (one === null) return notFound
    const keeps = await mayKeep(work)
    const { recommendation, decisions } = one
    const at = `${list}/${recommendation.first.id}`
    return workforcePage(work, {
      tab: list,
      title: recommendation.now.subject,
      back: list,
      content: html`<div class="govuk-grid-row"><div class="govuk-grid-column-one-half">
<h2 class="govuk-heading-m">Recommended</h2>${recommended(recommendation.now)}
${corrections(recommendation, said => recommended(said))}
${keeps ? html`<p class="govuk-body">${linkTo(`${at}/correct`, 'Correct the recommendation')}</p>` : nothing}</div>
<div class="govuk-grid-column-one-half">${decisions.length === 0 ? html`<h2 class="govuk-heading-m">Decided</h2><p class="govuk-body">Nothing yet.</p>` : nothing}
${decisions.map(
  decision => html`<h2 class="govuk-heading-m">Decided</h2>${decided(decision.now)}
<p class="govuk-body"><strong>Difference to what was recommended: ${difference(recommendation.now.amount, decision.now.amount)}</strong></p>
${corrections(decision, said => decided(said))}
${keeps ? html`<p class="govuk-body">${linkTo(`${at}/decisions/${decision.first.id}/correct`, 'Correct the decision')}</p>` : nothing}`,
)}</div></div>
${keeps ? button({ text: 'Record a decision', href: `${at}/decide` }) : nothing}`,
    })
  },
})

export const decisionRoutes: readonly Route[] = [listRoute, oneRoute]
