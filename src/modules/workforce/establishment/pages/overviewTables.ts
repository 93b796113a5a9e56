import type { Work } from '#platform/db'
import { barChart, type Html, html } from '#ui'
import { teamsOnGrid } from '../../completeness/queries/teamsOnGrid.ts'
import { cellsTable, linkTo } from '../../frame/index.ts'
import { agencyOn, inPostOn } from '../../measures/rules/census.ts'
import { readRollout } from '../../roll-out/queries/readRollout.ts'
import { isLive } from '../../roll-out/rules/live.ts'
import type { Place } from '../queries/readPlaces.ts'
import type { InPost } from '../queries/readStaff.ts'
import { type Discipline, disciplineWords, otherProfessions } from '../rules/disciplines.ts'
import { fillRate, totalOn, totalsByDiscipline } from '../rules/totals.ts'

/** The workforce as it stands on a day. */
export type Standing = {
  readonly places: readonly Place[]
  readonly staff: readonly InPost[]
  readonly day: Temporal.PlainDate
  readonly past: string | null
}

/** An address of the lists behind a number. */
const behind = (path: string, asked: Readonly<Record<string, string | null>>): string => {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  return `${path}${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`
}

const people = (posts: readonly InPost[]): number => new Set(posts.map(({ workerId }) => workerId)).size

/** Numbers of the workforce, each with what stands behind it. */
export async function headline(work: Work, { places, staff, day, past: on }: Standing): Promise<Html> {
  const total = totalOn(places, day)
  const rolled = (await readRollout(work)).flatMap(({ teams }) => teams)
  const inRollout = new Set(rolled.map(({ teamId }) => teamId))
  const there = staff.filter(({ teamId }) => teamId !== null && inRollout.has(teamId))
  const of = (isOne: (discipline: Discipline) => boolean) =>
    people(there.filter(one => isOne(one.discipline)))
  const grid = await teamsOnGrid(work, day)
  const incomplete = grid.filter(({ missing }) => missing.length > 0).length
  const socialWorkers = inPostOn(staff, day)
  const lines: readonly (readonly [string, string, string])[] = [
    ['Posts established', `${total.established} FTE`, behind('/workforce/posts', { on })],
    [
      'Filled',
      `${total.filled} FTE, ${fillRate(total) ?? 0}%`,
      behind('/workforce/posts', { on, state: 'filled' }),
    ],
    ['Vacant', `${total.vacant} FTE`, behind('/workforce/posts', { on, state: 'vacant' })],
    [
      'Teams of the roll-out that have started',
      `${rolled.filter(one => isLive(one, day)).length} of ${rolled.length}`,
      behind('/workforce/roll-out', { on }),
    ],
    [
      'Social workers in these teams',
      String(of(one => one === 'social_work')),
      behind('/workforce/people', { on, rollout: 'yes', group: 'social_workers' }),
    ],
    [
      'Other professionals in these teams',
      String(of(one => otherProfessions.has(one))),
      behind('/workforce/people', { on, rollout: 'yes', group: 'others' }),
    ],
    [
      'Family Safeguarding teams that are incomplete',
      `${incomplete} of ${grid.length}`,
      behind('/workforce/completeness', { on }),
    ],
    [
      'Child and family social workers in post',
      String(people(socialWorkers)),
      behind('/workforce/people', { on, census: 'in_post' }),
    ],
    [
      'Agency social workers',
      String(people(agencyOn(staff, day))),
      behind('/workforce/people', { on, census: 'agency' }),
    ],
  ]
  return cellsTable(
    'The workforce in numbers',
    ['What', 'How many'],
    lines.map(([what, number, href]) => [what, linkTo(href, number)]),
  )
}

export function byDiscipline(places: readonly Place[], day: Temporal.PlainDate, on: string | null): Html {
  const totals = totalsByDiscipline(places, day)
  if (totals.length === 0) return html`<p class="govuk-body">No post is established on that day.</p>`
  return html`${barChart({
    id: 'vacant',
    title: 'Share of posts that is filled',
    description: 'Percent of the FTE of established posts that is filled, by discipline.',
    labelHeading: 'Discipline',
    valueHeading: 'Percent filled',
    bars: totals.map(([discipline, total]) => ({
      label: disciplineWords[discipline],
      value: fillRate(total) ?? 0,
    })),
    format: value => `${value}%`,
  })}
${cellsTable(
  'Posts by discipline',
  ['Discipline', 'Established FTE', 'Filled FTE', 'Vacant FTE', 'Filled'],
  totals.map(([discipline, total]) => [
    disciplineWords[discipline],
    linkTo(behind('/workforce/posts', { on, discipline }), String(total.established)),
    linkTo(behind('/workforce/posts', { on, discipline, state: 'filled' }), String(total.filled)),
    linkTo(behind('/workforce/posts', { on, discipline, state: 'vacant' }), String(total.vacant)),
    `${fillRate(total) ?? 0}%`,
  ]),
)}`
}

export function byTeam(places: readonly Place[], day: Temporal.PlainDate, on: string | null): Html {
  const teams = [...Map.groupBy(places, ({ teamId }) => teamId)]
    .map(([team, own]) => ({
      team,
      name: own[0]?.teamName ?? '',
      area: own[0]?.areaName ?? '',
      total: totalOn(own, day),
    }))
    .filter(({ total }) => total.established > 0)
    .toSorted((one, other) => other.total.vacant - one.total.vacant)
  return cellsTable(
    'Posts by team, the most vacant first',
    ['Team', 'Service area', 'Established FTE', 'Filled FTE', 'Vacant FTE', 'Filled'],
    teams.map(({ team, name, area, total }) => [
      name,
      area,
      linkTo(behind('/workforce/posts', { on, team }), String(total.established)),
      linkTo(behind('/workforce/posts', { on, team, state: 'filled' }), String(total.filled)),
      linkTo(behind('/workforce/posts', { on, team, state: 'vacant' }), String(total.vacant)),
      `${fillRate(total) ?? 0}%`,
    ]),
  )
}
