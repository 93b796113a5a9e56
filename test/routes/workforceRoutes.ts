import { makeUuid, type Uuid } from '#platform/ids'
import { asOpened, dated, letters, today } from './fills.ts'
import type { Fields, Filled, SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()
const both = (url: string): readonly string[] => [url, `${url}${url.includes('?') ? '&' : '?'}format=csv`]

/** Pages of the workforce: they name workers, as the directory does, and no child. */
export const workforceReadPaths: Readonly<Record<string, readonly string[]>> = {
  '/workforce': ['/workforce', '/workforce?on=2026-07-01'],
  '/workforce/posts': [...both('/workforce/posts'), '/workforce/posts?state=vacant&discipline=mental_health'],
  '/workforce/posts/new': ['/workforce/posts/new'],
  '/workforce/posts/:place': [`/workforce/posts/${nobody}`],
  '/workforce/posts/:place/change': [`/workforce/posts/${nobody}/change`],
  '/workforce/posts/:place/fill': [`/workforce/posts/${nobody}/fill`],
  '/workforce/posts/:place/holders/:post': [`/workforce/posts/${nobody}/holders/${nobody}`],
  '/workforce/posts/:place/holders/:post/link': [`/workforce/posts/${nobody}/holders/${nobody}/link`],
  '/workforce/posts/:place/recruitment/:row': [`/workforce/posts/${nobody}/recruitment/new`],
  '/workforce/people': [
    ...both('/workforce/people'),
    '/workforce/people?census=left&year=2026',
    '/workforce/people?rollout=yes&group=others',
  ],
  '/workforce/completeness': [...both('/workforce/completeness'), '/workforce/completeness?show=incomplete'],
  '/workforce/roll-out': [...both('/workforce/roll-out'), '/workforce/roll-out?on=2015-07-01&state=live'],
  '/workforce/roll-out/waves/:row': ['/workforce/roll-out/waves/new', `/workforce/roll-out/waves/${nobody}`],
  '/workforce/roll-out/teams/:row': ['/workforce/roll-out/teams/new'],
  '/workforce/recruitment': [...both('/workforce/recruitment'), '/workforce/recruitment?show=running'],
  '/workforce/funding': both('/workforce/funding'),
  '/workforce/funding/new': ['/workforce/funding/new'],
  '/workforce/funding/:stream': [`/workforce/funding/${nobody}`],
  '/workforce/funding/:stream/change': [`/workforce/funding/${nobody}/change`],
  '/workforce/funding/:stream/spend/:row': [`/workforce/funding/${nobody}/spend/new`],
  '/workforce/early-career': both('/workforce/early-career'),
  '/workforce/early-career/:row': ['/workforce/early-career/new', `/workforce/early-career/${nobody}`],
  '/workforce/measures': both('/workforce/measures'),
}

/** A form filled in as it opens for whoever keeps it. */
const opened =
  (by: Filled['by'], url: (stage: Stage) => Promise<string> | string, fields: (stage: Stage) => Fields) =>
  async (stage: Stage): Promise<Filled> => {
    const page = await url(stage)
    return await asOpened(page, fields(stage), page, by)(stage)
  }

let waves = 0
/** No two waves have the same number. */
const nextWave = (): number => {
  waves += 1
  return waves
}

const wave = ({ record }: Stage): Promise<Uuid> =>
  tell(record, 'rollout_wave', {
    number: nextWave(),
    name: `Wave ${letters()}`,
    planned_on: today().toString(),
  })

const stream = ({ record }: Stage): Promise<Uuid> =>
  tell(record, 'funding_stream', {
    name: `Stream ${letters()}`,
    source: 'A grant',
    amount: 100,
    starts_on: today().toString(),
  })

const place = ({ record, county }: Stage): Promise<Uuid> =>
  tell(record, 'established_post', {
    team_id: county.staff.teams.north,
    title: `Post ${letters()}`,
    discipline: 'mental_health',
    fte: 1,
    opened_on: today().toString(),
  })

const post = ({ county }: Stage): Fields => ({
  title: `Post ${letters()}`,
  team_id: county.staff.teams.north,
  discipline: 'mental_health',
  profession_type: 'Psychiatric nurse',
  fte: '0.5',
  funding_stream_id: '',
  ...dated('opened_on'),
})
const streamFields = (): Fields => ({
  name: `Stream ${letters()}`,
  source: 'A grant',
  amount: '4,860,000',
  ...dated('starts_on'),
  condition: 'Teams of four disciplines',
})

async function held(stage: Stage, isLinked: boolean): Promise<string> {
  const placeId = await place(stage)
  const id = await tell(stage.record, 'post', {
    worker_id: stage.county.staff.workers.newcomer,
    team_id: stage.county.staff.teams.north,
    role: 'mental_health_practitioner',
    fte: 0.5,
    holds_cases: false,
    started_on: today().toString(),
    ...(isLinked && { established_post_id: placeId }),
  })
  return `/workforce/posts/${placeId}/holders/${id}`
}

const programme = ({ county }: Stage): Fields => ({
  worker_id: county.staff.workers.coWorker,
  programme: 'Assessed year',
  year: '1',
  ...dated('started_on'),
  ...dated('expected_end', today().add({ years: 1 })),
  protected_hours: '3',
  caseload_share: '90',
  outcome: 'withdrawn', // over at once, so that another may begin
  ...dated('assessed_on'),
})

/** The forms of the workforce. */
export const workforceSends: Readonly<Record<string, SendRoute>> = {
  '/workforce/posts/new': { fill: opened('leader', () => '/workforce/posts/new', post) },
  '/workforce/posts/:place/change': {
    fill: opened('director', async stage => `/workforce/posts/${await place(stage)}/change`, post),
  },
  '/workforce/posts/:place/fill': {
    fill: opened(
      'administrator',
      async stage => `/workforce/posts/${await place(stage)}/fill`,
      stage => ({
        worker_id: stage.county.staff.workers.newcomer,
        role: 'mental_health_practitioner',
        employment: 'seconded',
        fte: '0.1',
        ...dated('started_on'),
        knows: 'yes',
      }),
    ),
  },
  '/workforce/posts/:place/holders/:post': {
    fill: opened(
      'administrator',
      stage => held(stage, true),
      () => dated('ended_on'),
    ),
  },
  '/workforce/posts/:place/holders/:post/link': {
    fill: opened(
      'administrator',
      async stage => `${await held(stage, false)}/link`,
      () => ({
        employment: 'fixed_term',
        knows: 'yes',
      }),
    ),
  },
  '/workforce/posts/:place/recruitment/:row': {
    fill: opened(
      'leader',
      async stage => `/workforce/posts/${await place(stage)}/recruitment/new`,
      () => ({
        ...dated('advertised_on'),
        remark: '',
      }),
    ),
  },
  '/workforce/roll-out/waves/:row': {
    fill: opened(
      'leader',
      async stage => `/workforce/roll-out/waves/${await wave(stage)}`,
      () => ({
        number: `${waves}`, // its own: the address told of one just now
        name: `Wave ${letters()}`,
        ...dated('planned_on'),
      }),
    ),
  },
  '/workforce/roll-out/teams/:row': {
    fill: async stage => {
      const [waveId, teamId] = [await wave(stage), await stage.record.makers.team()]
      const fields = { team_id: teamId, wave_id: waveId, ...dated('planned_on'), remark: '' }
      return await asOpened('/workforce/roll-out/teams/new', fields, undefined, 'leader')(stage)
    },
  },
  '/workforce/funding/new': { fill: opened('director', () => '/workforce/funding/new', streamFields) },
  '/workforce/funding/:stream/change': {
    fill: opened('director', async stage => `/workforce/funding/${await stream(stage)}/change`, streamFields),
  },
  '/workforce/funding/:stream/spend/:row': {
    fill: opened(
      'leader',
      async stage => `/workforce/funding/${await stream(stage)}/spend/new`,
      () => ({
        amount: '12.50',
        what: 'Pay of a nurse',
        ...dated('spent_on'),
      }),
    ),
  },
  '/workforce/early-career/:row': { fill: opened('leader', () => '/workforce/early-career/new', programme) },
}
