import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks } from '#modules/agencies'
import { remembering, type Work } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { type AsAt, asAtForm, type Html, html, readAsAt } from '#ui'
import { cellsTable, chooserForm, dayQuery, linkTo, onIfPast, workforcePage } from '../../frame/index.ts'
import { readCaseload, readCaseloadWithStrip, type Standings } from '../queries/readCaseload.ts'
import { capacityNeeded, capacityOf, loadOf } from '../rules/caseloadRule.ts'
import { countedWord, fteText, ratioText, standingText } from '../rules/words.ts'
import { alertTag, isPressed } from './alertTag.ts'
import { caseloadCsv } from './caseloadCsv.ts'
import { caseloadPages } from './readers.ts'
import { strip } from './strip.ts'

const query = z.object({
  ...listQuery,
  ...dayQuery,
  area: z.string().max(100).catch('').default(''),
  over: z.literal('yes').optional().catch(undefined),
})
type Asked = z.infer<typeof query>
const url = '/workforce/caseload'

/** `/workforce/caseload`: children for one full-time worker by area and team, the most pressed first, and over two years. */
export const caseloadRoute = route({
  ...caseloadPages,
  url,
  query,
  summary: 'Children for one full-time worker by area and team on any day, and over two years',
  async handle({ work: given, query: asked, path }): Promise<Reply> {
    const work = remembering(given)
    const asAt = readAsAt(asked, work.today)
    if (asked.format === 'csv') {
      const found = await readCaseload(work, asAt.day, true)
      return caseloadCsv(found, chosen(found, asked))
    }
    const { found, months } = await readCaseloadWithStrip(work, asAt.day)
    const teams = chosen(found, asked)
    return workforcePage(work, {
      tab: url,
      title: 'Caseload',
      ...(asAt.problem === null ? {} : { hasErrors: true }),
      content: html`${above(work, { found, months }, asAt, asked)}${teamTable(work, found, onPage(teams, asked.page))}
${pageLinks(path, asked.page, teams.length, 'teams')}${csvLink(path)}`,
    })
  },
})

/** Those of the area, or over the authority's number, that were asked for. */
const chosen = ({ teams }: Standings, { area, over }: Asked): Standings['teams'] =>
  teams.filter(
    ({ team, standing }) =>
      (area === '' || team.areaName === area) && (over === undefined || isPressed(standing)),
  )

type Shown = Awaited<ReturnType<typeof readCaseloadWithStrip>>

function above(work: Work, { found, months }: Shown, asAt: AsAt, asked: Asked): Html {
  const { whole, rule } = found
  const over = found.teams.filter(({ standing }) => isPressed(standing)).length
  const load = loadOf(whole.held, rule)
  const on = onIfPast(asAt.day, work.today)
  return html`${otherViews(on, work)}
<p class="govuk-body-l">${countedWord(rule)} for one full-time worker: <strong>${standingText(whole.standing, rule)}</strong>. ${over} of ${found.teams.length} teams are over the authority’s number of ${rule.limit}.</p>
<p class="govuk-body">${ratioText(load)} ${countedWord(rule).toLowerCase()} and ${fteText(capacityOf(whole.held))} FTE of case-holders; ${fteText(capacityNeeded(load, rule.limit))} FTE would be ${rule.limit} for each. ${linkTo(`${url}/rule`, 'How this is counted')}.</p>
${asAtForm({ action: url, asAt, today: work.today, others: { area: asked.area || undefined, over: asked.over } })}
<h2 class="govuk-heading-m">Two years</h2>
${strip(months, rule, 'Children for one full-time worker, the whole authority')}
<h2 class="govuk-heading-m">Areas</h2>
${areaTable(found)}
<h2 class="govuk-heading-m">Teams</h2>
${chooserForm(
  url,
  [
    {
      name: 'area',
      label: 'Service area',
      all: 'Every area',
      choices: found.areas.map(({ name }) => ({ value: name, text: name })),
      value: asked.area,
    },
    {
      name: 'over',
      label: 'Teams',
      all: 'All teams',
      choices: [{ value: 'yes', text: `Over ${rule.limit} alone` }],
      value: asked.over ?? '',
    },
  ],
  { on },
)}`
}

/** The other views of caseload, each with the same day. */
function otherViews(on: string | null, work: Work): Html {
  const query = on === null ? '' : `?on=${on}`
  return html`<p class="govuk-body">${linkTo(`${url}/weighted${query}`, 'Weighted by need')} · ${linkTo(`${url}/practice`, 'Practice by caseload')} · ${linkTo(`${url}/span`, 'Span of control')}${work.actor.class === 'administrator' ? '' : html` · ${linkTo('/workforce/absences', 'Absences')}`}</p>`
}

function areaTable({ areas, rule }: Standings): Html {
  if (areas.length === 0) return html`<p class="govuk-body">No team of a service area holds children.</p>`
  return cellsTable(
    'Areas',
    ['Area', 'Teams', countedWord(rule), 'FTE counted', 'For one full-time worker'],
    areas.map(({ name, teams, held, standing }) => [
      linkTo(`${url}?area=${encodeURIComponent(name)}`, name),
      String(teams),
      ratioText(loadOf(held, rule)),
      fteText(capacityOf(held)),
      standingText(standing, rule),
    ]),
  )
}

function teamTable(work: Work, { rule, day }: Standings, teams: Standings['teams']): Html {
  if (teams.length === 0) return html`<p class="govuk-body">No team matches.</p>`
  const on = onIfPast(day, work.today)
  const query = on === null ? '' : `?on=${on}`
  return cellsTable(
    'Teams, the most pressed first',
    ['Team', 'Area', countedWord(rule), 'FTE of posts', 'FTE counted', 'For one full-time worker', 'Alert'],
    teams.map(({ team, held, standing }) => [
      linkTo(`${url}/teams/${team.id}${query}`, team.endedOn === null ? team.name : `${team.name} (ended)`),
      team.areaName ?? '',
      linkTo(`${url}/teams/${team.id}/children${query}`, ratioText(loadOf(held, rule))),
      linkTo(`/workforce/people?team=${team.id}${on === null ? '' : `&on=${on}`}`, fteText(held.fte)),
      held.counted === null ? 'Not shown' : fteText(held.counted),
      standingText(standing, rule),
      alertTag(standing, rule),
    ]),
  )
}
