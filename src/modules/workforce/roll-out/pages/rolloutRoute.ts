import { z } from 'zod'
import { listQuery } from '#modules/agencies'
import { remembering } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { asAtForm, button, formatDate, type Html, html, nothing, readAsAt } from '#ui'
import { readStaff } from '../../establishment/queries/readStaff.ts'
import { otherProfessions } from '../../establishment/rules/disciplines.ts'
import { isDuring } from '../../establishment/rules/vacancy.ts'
import { dayQuery, linkTo, listReply, onIfPast, readers } from '../../frame/index.ts'
import { mayKeep } from '../../row-form/index.ts'
import { type RolloutTeam, readRollout, type Wave } from '../queries/readRollout.ts'
import { isLive, stateOn } from '../rules/live.ts'
import { districtsDrawn, wavesDrawn } from './drawings.ts'

const query = z.object({
  ...listQuery,
  ...dayQuery,
  wave: z.coerce.number().int().min(1).max(999).optional().catch(undefined),
  state: z.enum(['live', 'late', 'planned']).optional().catch(undefined),
})

type Line = { readonly team: RolloutTeam; readonly wave: Wave }

/** `/workforce/roll-out`: teams by wave and district, planned and started, as at any day. */
export const rolloutRoute = route({
  ...readers,
  method: 'GET',
  url: '/workforce/roll-out',
  query,
  summary: 'The roll-out of teams by wave and district, planned and started, as at any day',
  async handle({ work: given, query: asked, path }): Promise<Reply> {
    const work = remembering(given)
    const asAt = readAsAt(asked, work.today)
    const { day } = asAt
    const waves = await readRollout(work)
    const all: readonly Line[] = waves.flatMap(wave => wave.teams.map(team => ({ team, wave })))
    const rows = all.filter(
      ({ team, wave }) =>
        (asked.wave === undefined || wave.number === asked.wave) &&
        (asked.state === undefined || stateOn(team, day).code === asked.state),
    )
    const keeps = await mayKeep(work)
    const on = onIfPast(day, work.today)
    const staff = (await readStaff(work)).filter(one => isDuring(one, day))
    const inTeams = new Set(all.map(({ team }) => team.teamId))
    const there = staff.filter(({ teamId }) => teamId !== null && inTeams.has(teamId))
    const people = (isOne: (discipline: (typeof there)[number]['discipline']) => boolean) =>
      new Set(there.filter(one => isOne(one.discipline)).map(({ workerId }) => workerId)).size
    const change = ({ team }: Line): Html =>
      html`<a class="govuk-link" href="/workforce/roll-out/teams/${team.id}">Change<span class="govuk-visually-hidden">: ${team.teamName}</span></a>`
    return listReply(work, asked, path, {
      tab: '/workforce/roll-out',
      title: 'Roll-out of teams',
      fileName: 'roll-out.csv',
      what: 'teams',
      rows,
      head: [
        'Team',
        'Wave',
        'Service area',
        'Planned',
        'Started',
        'On that day',
        'Remark',
        ...(keeps ? ['Change'] : []),
      ],
      cells: line => [
        linkTo(
          `/workforce/posts?team=${line.team.teamId}${on === null ? '' : `&on=${on}`}`,
          line.team.teamName,
        ),
        line.wave.name,
        line.team.areaName ?? '',
        formatDate(line.team.plannedOn),
        line.team.startedOn && isLive(line.team, day) ? formatDate(line.team.startedOn) : '',
        stateOn(line.team, day).words,
        line.team.remark ?? '',
        ...(keeps ? [change(line)] : []),
      ],
      csvHead: ['Team', 'Wave', 'Service area', 'Districts', 'Planned', 'Started', 'On that day', 'Remark'],
      csv: ({ team, wave }) => [
        team.teamName,
        wave.name,
        team.areaName,
        team.districts.join(', '),
        team.plannedOn,
        isLive(team, day) ? team.startedOn : null,
        stateOn(team, day).words,
        team.remark,
      ],
      before: html`${headline(waves, { day, on })}
${
  all.length === 0
    ? nothing
    : html`<p class="govuk-body">In post in these teams: ${linkTo(`/workforce/people?rollout=yes&group=social_workers${on === null ? '' : `&on=${on}`}`, `${people(one => one === 'social_work')} social workers`)} and ${linkTo(`/workforce/people?rollout=yes&group=others${on === null ? '' : `&on=${on}`}`, `${people(one => otherProfessions.has(one))} other professionals`)}.</p>`
}
${asAtForm({ action: '/workforce/roll-out', asAt, today: work.today, others: { state: asked.state, wave: asked.wave === undefined ? undefined : String(asked.wave) } })}
${waves.length === 0 ? nothing : html`<h2 class="govuk-heading-m">By wave</h2>${wavesDrawn(waves, day)}<h2 class="govuk-heading-m">By district</h2><p class="govuk-body">A schematic, not a map: teams belong to a service area and work in each of its districts.</p>${districtsDrawn(waves, day)}`}
${keeps ? html`<div class="govuk-button-group">${button({ text: 'Add a wave', href: '/workforce/roll-out/waves/new', classes: 'govuk-button--secondary' })}${waves.length === 0 ? nothing : button({ text: 'Add a team to a wave', href: '/workforce/roll-out/teams/new', classes: 'govuk-button--secondary' })}</div>` : nothing}
${keeps && waves.length > 0 ? html`<p class="govuk-body">Change: ${waves.map((wave, index) => html`${index === 0 ? '' : ' · '}${linkTo(`/workforce/roll-out/waves/${wave.id}`, wave.name)}`)}</p>` : nothing}`,
      empty: 'No team is planned for a roll-out like this.',
      hasErrors: asAt.problem !== null,
    })
  },
})

/** How many have started, in all and of each wave. */
function headline(
  waves: readonly Wave[],
  { day, on }: { readonly day: Temporal.PlainDate; readonly on: string | null },
): Html {
  const teams = waves.flatMap(wave => wave.teams)
  const started = (of: readonly RolloutTeam[]) => of.filter(team => isLive(team, day)).length
  const kept = on === null ? '' : `&on=${on}`
  return html`<p class="govuk-body"><strong>${linkTo(`/workforce/roll-out?state=live${kept}`, `${started(teams)} of ${teams.length} teams`)}</strong> have started on ${formatDate(day)}${waves.length === 0 ? '.' : ':'} ${waves.map(
    (wave, index) =>
      html`${index === 0 ? '' : ', '}${linkTo(`/workforce/roll-out?wave=${wave.number}${kept}`, wave.name)} ${started(wave.teams)} of ${wave.teams.length}`,
  )}</p>`
}
