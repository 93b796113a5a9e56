import { makeUuid, type Uuid } from '#platform/ids'
import { asOpened, dated, letters, today } from './fills.ts'
import type { County, Fields, Filled, SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()
const both = (url: string): readonly string[] => [url, `${url}${url.includes('?') ? '&' : '?'}format=csv`]
const [load, capacity, decisions, invest] = [
  '/workforce/caseload',
  '/workforce/capacity',
  '/workforce/decisions',
  '/workforce/invest-to-save',
]

/** Pages of caseload, capacity and decisions. One alone names children: those behind a number of a team. */
export const caseloadReadPaths: Readonly<Record<string, (county: County) => readonly string[]>> = {
  [load]: () => [...both(load), `${load}?on=2026-07-01&over=yes`],
  [`${load}/rule`]: () => [`${load}/rule`],
  [`${load}/weighted`]: () => both(`${load}/weighted`),
  [`${load}/practice`]: () => both(`${load}/practice`),
  [`${load}/span`]: () => both(`${load}/span`),
  [`${load}/teams/:teamId`]: ({ staff: { teams } }) => both(`${load}/teams/${teams.north}`),
  [`${load}/teams/:teamId/children`]: ({ staff: { teams, workers } }) => [
    ...both(`${load}/teams/${teams.north}/children`),
    ...both(`${load}/teams/${teams.north}/children?worker=${workers.holder}`),
    `${load}/teams/${teams.south}/children`,
  ],
  '/workforce/absences': () => both('/workforce/absences'),
  '/workforce/absences/new': () => ['/workforce/absences/new'],
  '/workforce/absences/:absenceId': () => [`/workforce/absences/${nobody}`],
  [capacity]: () => both(capacity),
  [`${capacity}/new`]: () => [`${capacity}/new`],
  [`${capacity}/:scenarioId`]: () => [`${capacity}/${nobody}`],
  [`${capacity}/:scenarioId/change`]: () => [`${capacity}/${nobody}/change`],
  '/workforce/splits/new': () => ['/workforce/splits/new'],
  '/workforce/splits/:splitId': () => [`/workforce/splits/${nobody}`],
  '/workforce/splits/:splitId/change': () => [`/workforce/splits/${nobody}/change`],
  [decisions]: () => both(decisions),
  [`${decisions}/new`]: () => [`${decisions}/new`],
  [`${decisions}/:recommendationId`]: () => [`${decisions}/${nobody}`],
  [`${decisions}/:recommendationId/correct`]: () => [`${decisions}/${nobody}/correct`],
  [`${decisions}/:recommendationId/decide`]: () => [`${decisions}/${nobody}/decide`],
  [`${decisions}/:recommendationId/decisions/:decisionId/correct`]: () => [
    `${decisions}/${nobody}/decisions/${nobody}/correct`,
  ],
  [invest]: () => both(invest),
  [`${invest}/new`]: () => [`${invest}/new`],
  [`${invest}/:caseId`]: () => both(`${invest}/${nobody}`),
  [`${invest}/:caseId/change`]: () => [`${invest}/${nobody}/change`],
  [`${invest}/:caseId/periods/new`]: () => [`${invest}/${nobody}/periods/new`],
  [`${invest}/:caseId/periods/:periodId`]: () => [`${invest}/${nobody}/periods/${nobody}`],
}

/** A form filled in as it opens for whoever keeps it. */
const opened =
  (by: Filled['by'], url: (stage: Stage) => Promise<string> | string, fields: (stage: Stage) => Fields) =>
  async (stage: Stage): Promise<Filled> => {
    const page = await url(stage)
    return await asOpened(page, fields(stage), page, by)(stage)
  }

const scenarioFields = (): Fields => ({
  name: `Scenario ${letters()}`,
  workers: '8',
  worker_cost: '42000',
  leaders: '3',
  leader_cost: '42000',
  other_cost: '',
})
const chosen = { workers: 8, leaders: 3, workerCost: 1, leaderCost: 1, otherCost: 0, splits: [] }
const scenario = ({ record }: Stage): Promise<Uuid> =>
  tell(record, 'capacity_scenario', {
    name: `Scenario ${letters()}`,
    basis_on: today().toString(),
    basis: JSON.stringify({ limit: 15, counts: 'children', leaders: 1, teams: [] }),
    chosen: JSON.stringify(chosen),
  })

const splitFields = ({ county }: Stage): Fields => ({
  team_id: county.staff.teams.north,
  into_name: `Team ${letters()}`,
  ...dated('planned_on'),
  status: 'planned',
  remark: letters(),
})
const split = ({ record, county }: Stage): Promise<Uuid> =>
  tell(record, 'team_split', {
    team_id: county.staff.teams.north,
    into_name: `Team ${letters()}`,
    planned_on: today().toString(),
  })

/** A split of the team north into east, whose managers are two, with a child of a worker who goes. */
async function moving(stage: Stage): Promise<Filled> {
  const { teams, workers } = stage.county.staff
  const child = await stage.child()
  const splitId = await tell(stage.record, 'team_split', {
    team_id: teams.north,
    into_team_id: teams.east,
    into_name: `Team ${letters()}`,
    worker_ids: [workers.holder],
    planned_on: today().toString(),
  })
  return { by: 'manager', url: `/workforce/splits/${splitId}/transfers`, fields: { child, act: 'ask' } }
}

const said = (): Fields => ({ body: 'Cabinet', item: '10', words: `Words ${letters()}`, amount: '462000' })
const recommendationFields = (): Fields => ({
  ...said(),
  subject: `Caseloads ${letters()}`,
  ...dated('meets_on'),
  author_role: 'Director',
})
const decisionFields = (): Fields => ({ ...said(), ...dated('decided_on'), status: 'endorsed' })
const recommendation = ({ record }: Stage): Promise<Uuid> =>
  tell(record, 'recommendation', {
    subject: `Caseloads ${letters()}`,
    body: 'Cabinet',
    meets_on: today().toString(),
    author_role: 'Director',
    words: 'Endorse it',
    amount: 462_000,
  })
async function decided(stage: Stage): Promise<string> {
  const recommendation_id = await recommendation(stage)
  const id = await tell(stage.record, 'decision', {
    recommendation_id,
    body: 'Cabinet',
    decided_on: today().toString(),
    words: 'Endorsed',
    amount: 499_000,
    status: 'endorsed_changed',
  })
  return `${decisions}/${recommendation_id}/decisions/${id}/correct`
}

const caseFields = (): Fields => ({
  title: `Case ${letters()}`,
  ...dated('starts_on'),
  investment: '499000',
  avoids: 'External residential care',
  week_cost: '3000',
  cost_source: 'Our own average',
})
const investCase = ({ record }: Stage): Promise<Uuid> =>
  tell(record, 'invest_case', {
    title: `Case ${letters()}`,
    starts_on: today().toString(),
    investment: 499_000,
    avoids: 'External residential care',
    week_cost: 3_000,
    cost_source: 'Our own average',
  })
const periodFields = (): Fields => ({
  kind: 'forecast',
  ...dated('from_day'),
  ...dated('until_day'),
  spent: '100',
  weeks_avoided: '2.5',
  how: `Against the year before ${letters()}`,
})
async function period(stage: Stage): Promise<string> {
  const caseId = await investCase(stage)
  const id = await tell(stage.record, 'invest_period', {
    case_id: caseId,
    kind: 'forecast',
    from_day: today().toString(),
    until_day: today().toString(),
    spent: 1,
    weeks_avoided: 1,
    how: 'A guess',
  })
  return `${invest}/${caseId}/periods/${id}`
}

let absences = 0
/** No two absences of one worker meet. */
const daysAway = (): Fields => {
  absences += 1
  const on = today().subtract({ days: absences })
  return { ...dated('from_day', on), ...dated('until_day', on), reason: 'leave' }
}

/** The forms of caseload, capacity and decisions. */
export const caseloadSends: Readonly<Record<string, SendRoute>> = {
  '/workforce/absences/new': {
    fill: opened(
      'leader',
      () => '/workforce/absences/new',
      ({ county }) => ({ worker_id: county.staff.workers.coWorker, ...daysAway() }),
    ),
  },
  '/workforce/absences/:absenceId': {
    fill: async stage => {
      absences += 1
      const day = today().subtract({ days: absences })
      const on = day.toString()
      const worker_id = stage.county.staff.workers.coWorker
      const id = await tell(stage.record, 'worker_absence', {
        worker_id,
        from_day: on,
        until_day: on,
        reason: 'leave',
      })
      return await asOpened(
        `/workforce/absences/${id}`,
        { worker_id, ...dated('from_day', day), ...dated('until_day', day), reason: 'other' },
        undefined,
        'leader',
      )(stage)
    },
  },
  [`${capacity}/new`]: { fill: opened('leader', () => `${capacity}/new`, scenarioFields) },
  [`${capacity}/:scenarioId/change`]: {
    fill: opened('director', async stage => `${capacity}/${await scenario(stage)}/change`, scenarioFields),
  },
  '/workforce/splits/new': { fill: opened('leader', () => '/workforce/splits/new', splitFields) },
  '/workforce/splits/:splitId/change': {
    fill: opened('director', async stage => `/workforce/splits/${await split(stage)}/change`, splitFields),
  },
  '/workforce/splits/:splitId': {
    fill: opened(
      'leader',
      async stage => `/workforce/splits/${await split(stage)}`,
      ({ county }) => ({ worker: county.staff.workers.holder }),
    ),
  },
  '/workforce/splits/:splitId/transfers': { fill: moving },
  [`${decisions}/new`]: { fill: opened('director', () => `${decisions}/new`, recommendationFields) },
  [`${decisions}/:recommendationId/correct`]: {
    fill: opened(
      'director',
      async stage => `${decisions}/${await recommendation(stage)}/correct`,
      () => ({ ...recommendationFields(), correction_reason: 'A misprint' }),
    ),
  },
  [`${decisions}/:recommendationId/decide`]: {
    fill: opened(
      'leader',
      async stage => `${decisions}/${await recommendation(stage)}/decide`,
      decisionFields,
    ),
  },
  [`${decisions}/:recommendationId/decisions/:decisionId/correct`]: {
    fill: opened('director', decided, () => ({ ...decisionFields(), correction_reason: 'A misprint' })),
  },
  [`${invest}/new`]: { fill: opened('director', () => `${invest}/new`, caseFields) },
  [`${invest}/:caseId/change`]: {
    fill: opened('leader', async stage => `${invest}/${await investCase(stage)}/change`, caseFields),
  },
  [`${invest}/:caseId/periods/new`]: {
    fill: opened('director', async stage => `${invest}/${await investCase(stage)}/periods/new`, periodFields),
  },
  [`${invest}/:caseId/periods/:periodId`]: { fill: opened('director', period, periodFields) },
}
