import { makeUuid, type Uuid } from '#platform/ids'
import type { SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()
const now = () => Temporal.Now.instant()

/** GET pages of missing children and of harm outside the home in one person's record, and their forms. */
export const harmReadPaths: Readonly<Record<string, string>> = {
  '/people/:personId/missing': '/missing',
  '/people/:personId/missing/new': '/missing/new',
  '/people/:personId/missing/:episodeId': `/missing/${nobody}`,
  '/people/:personId/missing/:episodeId/change': `/missing/${nobody}/change`,
  '/people/:personId/missing/:episodeId/return': `/missing/${nobody}/return`,
  '/people/:personId/missing/:episodeId/interview': `/missing/${nobody}/interview`,
  '/people/:personId/harm': '/harm',
  '/people/:personId/harm/concerns/new': '/harm/concerns/new',
  '/people/:personId/harm/concerns/:concernId/end': `/harm/concerns/${nobody}/end`,
  '/people/:personId/harm/assessments/new': '/harm/assessments/new',
  '/people/:personId/harm/ties/new/:kind': '/harm/ties/new/place',
  '/people/:personId/harm/ties/:linkId': `/harm/ties/${nobody}`,
  '/people/:personId/harm/actions/new': '/harm/actions/new',
}

function moment(name: string, hoursAgo: number) {
  const at = now().subtract({ hours: hoursAgo }).toZonedDateTimeISO('Europe/London')
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' })
  return { ...day(name, at.toPlainDate()), [`${name}-time`]: time }
}

const day = (name: string, on = Temporal.PlainDate.from('2025-03-03')) => ({
  [`${name}-day`]: String(on.day),
  [`${name}-month`]: String(on.month),
  [`${name}-year`]: String(on.year),
})

const report = {
  kind: 'missing',
  ...moment('started', 5),
  from: 'home',
  seen: 'By the bus stop',
  ...moment('reported', 4),
  reportedBy: 'Aunt',
  policeWhyNot: 'Expected back within the hour',
  risk: 'low',
  riskReasons: 'With a friend',
}
const back = { ...moment('found', 2), how: 'came_back', where: 'Not known', to: 'home' }
const saying = { ...day('since'), source: 'school', certainty: 'likely' }
const park = { placeName: 'Old quarry', placeKind: 'open_space', known: 'Unlit', placeRisk: 'low' }

type Values = Readonly<Record<string, unknown>>

/** An absence of a child of the holder's. */
async function absence({ record, child }: Stage, more: Values = {}) {
  const personId = await child()
  const episodeId = await tell(record, 'missing_episode', {
    person_id: personId,
    kind: 'missing',
    started_at: now().subtract({ hours: 30 }).toString(),
    reported_at: now().subtract({ hours: 29 }).toString(),
    reported_by: 'Aunt',
    left_from: 'home',
    last_seen: 'At home',
    police_not_told_reason: 'Back soon',
    risk: 'low',
    risk_reasons: 'With a friend',
    ...more,
  })
  return { personId, episodeId, path: `/people/${personId}/missing/${episodeId}` }
}

const ended = () => ({
  found_at: now().subtract({ hours: 20 }).toString(),
  found_where: 'Home',
  found_how: 'came_back',
  returned_to: 'home',
})

/** A tie of a child of the holder's to something that was made for it. */
async function tied(stage: Stage, kind: 'network' | 'place') {
  const { record, child } = stage
  const personId = await child()
  const made =
    kind === 'network'
      ? { name: 'Riverside', reference: makeUuid(), kind: 'criminal', opened_on: '2025-01-01' }
      : { name: 'Old quarry', kind: 'open_space', known: 'Unlit', risk: 'low', noted_on: '2025-01-01' }
  const id = await tell(record, `harm_${kind}`, made)
  const linkId = await tell(record, 'harm_link', {
    person_id: personId,
    kind,
    [`${kind}_id`]: id,
    role: kind === 'network' ? 'at_risk' : 'meets_at',
    since_on: '2025-02-02',
    source: 'school',
    certainty: 'likely',
  })
  return { personId, id, linkId }
}

type Fields = Readonly<Record<string, string | readonly string[]>>
const byHolder = (url: string, fields: Fields) => ({ by: 'holder' as const, url, fields })
const onAbsence = (rest: string, fields: Fields, more: () => Values = () => ({})): SendRoute => ({
  fill: async stage => byHolder(`${(await absence(stage, more())).path}${rest}`, fields),
  address: one => `/people/${one.personId}/missing/${nobody}${rest}`,
})
const onChild = (rest: string, fields: Fields): SendRoute => ({
  fill: async ({ child }) => byHolder(`/people/${await child()}${rest}`, fields),
  address: one => `/people/${one.personId}${rest}`,
})

async function planned({
  record,
  child,
}: Stage): Promise<{ readonly personId: Uuid; readonly outcomeId: Uuid }> {
  const personId = await child()
  const plan = {
    person_id: personId,
    plan_kind: 'cin_plan',
    plan_id: makeUuid(),
    outcome: 'Safe after school',
  }
  return { personId, outcomeId: await tell(record, 'plan_outcome', plan) }
}

/** Forms of missing children and of harm outside the home. */
export const harmSends: Readonly<Record<string, SendRoute>> = {
  '/people/:personId/missing/new': onChild('/missing/new', report),
  '/people/:personId/missing/:episodeId/entries': onAbsence('/entries', {
    entry: 'action',
    ...moment('at', 1),
    words: 'Rang every friend',
  }),
  '/people/:personId/missing/:episodeId/withdraw': onAbsence('/withdraw', {
    reason: 'It was his brother',
    version: '1',
  }),
  '/people/:personId/missing/:episodeId/change': onAbsence('/change', { ...report, version: '1' }),
  '/people/:personId/missing/:episodeId/return': onAbsence('/return', { ...back, version: '1' }),
  '/people/:personId/missing/:episodeId/interview': onAbsence(
    '/interview',
    { ...moment('offered', 5), offeredBy: 'Youth service', independent: 'yes', answer: '' },
    ended,
  ),
  '/people/:personId/harm/concerns/new': onChild('/harm/concerns/new', {
    kind: 'criminal',
    ...day('noted'),
    source: 'police',
    words: 'A second telephone',
  }),
  '/people/:personId/harm/concerns/:concernId/end': {
    fill: async ({ record, child }) => {
      const personId = await child()
      const stands = { kind: 'online', noted_on: '2025-01-01', source: 'school', words: 'Invented' }
      const id = await tell(record, 'harm_concern', { person_id: personId, ...stands })
      return byHolder(`/people/${personId}/harm/concerns/${id}/end`, {
        reason: 'It was a game',
        version: '1',
      })
    },
    address: one => `/people/${one.personId}/harm/concerns/${nobody}/end`,
  },
  '/people/:personId/harm/assessments/new': onChild('/harm/assessments/new', {
    ...day('assessed'),
    kinds: 'criminal',
    level: 'none',
    reasons: 'Nothing was seen',
  }),
  '/people/:personId/harm/ties/new/:kind': onChild('/harm/ties/new/place', {
    ...park,
    ...saying,
    role: 'meets_at',
  }),
  '/people/:personId/harm/ties/:linkId': {
    fill: async stage => {
      const { personId, linkId } = await tied(stage, 'place')
      return byHolder(`/people/${personId}/harm/ties/${linkId}`, {
        ...saying,
        role: 'found_at',
        version: '1',
      })
    },
    address: one => `/people/${one.personId}/harm/ties/${nobody}`,
  },
  '/people/:personId/harm/actions/new': {
    fill: async stage => {
      const { personId, outcomeId } = await planned(stage)
      const owner = { owner: 'name', ownerName: 'Aunt Jo', ...day('due') }
      return byHolder(`/people/${personId}/harm/actions/new`, {
        outcome: outcomeId,
        what: 'Met at the gate',
        ...owner,
      })
    },
    address: one => `/people/${one.personId}/harm/actions/new`,
  },
  '/harm/networks/:networkId': {
    fill: async stage => {
      const { id } = await tied(stage, 'network')
      return byHolder(`/harm/networks/${id}`, { name: 'Riverside estate', kind: 'criminal', version: '1' })
    },
  },
  '/harm/places/:placeId': {
    fill: async stage =>
      byHolder(`/harm/places/${(await tied(stage, 'place')).id}`, { ...park, version: '1' }),
  },
}
