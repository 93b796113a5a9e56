import { z } from 'zod'
import { listQuery } from '#modules/agencies'
import { remembering } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { asAtForm, html, plural, readAsAt } from '#ui'
import { type Discipline, disciplineWords, neededDisciplines } from '../../establishment/rules/disciplines.ts'
import { dayQuery, linkTo, listReply, onIfPast, readers } from '../../frame/index.ts'
import { type GridTeam, teamsOnGrid } from '../queries/teamsOnGrid.ts'
import { completenessGrid } from './grid.ts'

const query = z.object({
  ...listQuery,
  ...dayQuery,
  show: z.enum(['incomplete']).optional().catch(undefined),
})

const people = (team: GridTeam, discipline: Discipline): number =>
  new Set(team.inPost.filter(one => one.discipline === discipline).map(({ workerId }) => workerId)).size

const lacks = ({ missing }: GridTeam): string =>
  missing.length === 0
    ? 'Complete'
    : `Lacks ${missing.map(one => disciplineWords[one].toLowerCase()).join(', ')}`

/** `/workforce/completeness`: teams against the four disciplines that each needs somebody of. */
export const completenessRoute = route({
  ...readers,
  method: 'GET',
  url: '/workforce/completeness',
  query,
  summary: 'Family Safeguarding teams against the four disciplines, and what each incomplete team lacks',
  async handle({ work: given, query: asked, path }): Promise<Reply> {
    const work = remembering(given)
    const asAt = readAsAt(asked, work.today)
    const on = onIfPast(asAt.day, work.today)
    const all = await teamsOnGrid(work, asAt.day)
    const rows = all
      .filter(({ missing }) => asked.show === undefined || missing.length > 0)
      .toSorted((one, other) => other.missing.length - one.missing.length)
    const incomplete = all.filter(({ missing }) => missing.length > 0).length
    const cell = (team: GridTeam, discipline: Discipline) => {
      const count = people(team, discipline)
      const asks = new URLSearchParams({ team: team.id, discipline, ...(on === null ? {} : { on }) })
      return count === 0
        ? linkTo(`/workforce/posts?${asks}`, 'Nobody')
        : linkTo(`/workforce/people?${asks}`, plural(count, 'person', 'people'))
    }
    const kept = on === null ? '' : `&on=${on}`
    return listReply(work, asked, path, {
      tab: '/workforce/completeness',
      title: 'Completeness of teams',
      fileName: 'completeness.csv',
      what: 'teams',
      rows,
      head: ['Team', 'Service area', ...neededDisciplines.map(one => disciplineWords[one]), 'Standing'],
      cells: team => [
        team.name,
        team.areaName ?? '',
        ...neededDisciplines.map(one => cell(team, one)),
        lacks(team),
      ],
      csvHead: ['Team', 'Service area', ...neededDisciplines.map(one => disciplineWords[one]), 'Standing'],
      csv: team => [
        team.name,
        team.areaName,
        ...neededDisciplines.map(one => people(team, one)),
        lacks(team),
      ],
      before: html`<p class="govuk-body">A Family Safeguarding team is complete only with somebody in post for each of social work, mental health, substance misuse and domestic abuse. <strong>${incomplete} of ${plural(all.length, 'team is', 'teams are')} incomplete.</strong></p>
${asAtForm({ action: '/workforce/completeness', asAt, today: work.today, others: { show: asked.show } })}
${completenessGrid(all)}
<p class="govuk-body">${asked.show ? linkTo(`/workforce/completeness${on === null ? '' : `?on=${on}`}`, 'Show every team') : linkTo(`/workforce/completeness?show=incomplete${kept}`, 'Show incomplete teams alone')}</p>`,
      empty: 'No Family Safeguarding team is like this on that day.',
      hasErrors: asAt.problem !== null,
    })
  },
})
