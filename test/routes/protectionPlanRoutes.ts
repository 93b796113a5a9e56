import { makeUuid, type Uuid } from '#platform/ids'
import type { Fields, SendRoute, Stage, Told } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()
const base = '/people/:personId/protection-plan'

/** GET pages of child protection plans, of plans that come from elsewhere, and of disagreements, in one person's record. */
export const protectionPlanReadPaths: Readonly<Record<string, string>> = {
  [base]: '/protection-plan',
  [`${base}/plain`]: '/protection-plan/plain',
  [`${base}/category`]: '/protection-plan/category',
  [`${base}/end`]: '/protection-plan/end',
  [`${base}/earlier`]: '/protection-plan/earlier',
  [`${base}/outcomes/new`]: '/protection-plan/outcomes/new',
  [`${base}/outcomes/:outcomeId`]: `/protection-plan/outcomes/${nobody}`,
  [`${base}/outcomes/:outcomeId/actions/new`]: `/protection-plan/outcomes/${nobody}/actions/new`,
  [`${base}/actions/:actionId`]: `/protection-plan/actions/${nobody}`,
  [`${base}/core-group`]: '/protection-plan/core-group',
  [`${base}/members/new`]: '/protection-plan/members/new',
  '/people/:personId/transfers-in/new': '/transfers-in/new',
  '/people/:personId/transfers-in/:transferId': `/transfers-in/${nobody}`,
  '/people/:personId/disagreements/new': '/disagreements/new',
  '/people/:personId/disagreements/:disputeId': `/disagreements/${nobody}`,
}

const ofMeeting = (rest: string) => (one: Told) => `/meetings/${one.rowIds['sharedMeeting'] ?? nobody}${rest}`

/** GET pages of conferences: each person's own. */
export const conferenceReadPaths: Readonly<Record<string, (one: Told) => string>> = {
  ...Object.fromEntries(
    ['', '/words', '/view', '/lines/new', '/adjourn', '/corrections', '/decide', '/notes', '/disagree'].map(
      rest => [`/meetings/:meetingId/conference${rest}`, ofMeeting(`/conference${rest}`)],
    ),
  ),
  ...Object.fromEntries(
    ['', '/views'].map(rest => [`/meetings/:meetingId/yours${rest}`, ofMeeting(`/yours${rest}`)]),
  ),
}

const day = (name: string, text: string): Fields => {
  const on = Temporal.PlainDate.from(text)
  return { [`${name}-day`]: `${on.day}`, [`${name}-month`]: `${on.month}`, [`${name}-year`]: `${on.year}` }
}

type Planned = {
  readonly personId: Uuid
  readonly outcomeId: Uuid
  readonly actionId: Uuid
  readonly memberId: Uuid
}

/** A child of the holder's with a plan, one outcome, one action and one member. */
async function planned({ record, child, county }: Stage): Promise<Planned> {
  const personId = await child()
  const planId = await tell(record, 'cp_plan', {
    person_id: personId,
    started_on: '2026-03-02',
    initial_category: 'NEG',
    latest_category: 'NEG',
  })
  const of = { person_id: personId }
  const outcome = { ...of, plan_kind: 'protection_plan', plan_id: planId, outcome: 'Tea every day' }
  const outcomeId = await tell(record, 'plan_outcome', outcome)
  const action = { ...of, outcome_id: outcomeId, what: 'Buy food', owner_name: 'Mum', due_on: '2026-04-01' }
  const actionId = await tell(record, 'plan_action', action)
  const memberId = await tell(record, 'core_group_member', {
    ...of,
    cp_plan_id: planId,
    worker_id: county.staff.workers.holder,
    since_on: '2026-03-02',
  })
  return { personId, outcomeId, actionId, memberId }
}

const words = { outcome: 'A warm room', baseline: 'Cold', change: 'Heating on' }
const action = { what: 'Ring the landlord', owner: 'name', ownerName: 'Dad', ...day('due', '2027-02-01') }

const onPlan = (rest: (of: Planned) => string, absent: string, fields: Fields): SendRoute => ({
  fill: async stage => {
    const of = await planned(stage)
    return { by: 'holder', url: `/people/${of.personId}/protection-plan${rest(of)}`, fields }
  },
  address: one => `/people/${one.personId}/protection-plan${absent}`,
})
const plainly = (rest: string, fields: Fields): SendRoute => onPlan(() => rest, rest, fields)

type Sitting = {
  readonly personId: Uuid
  readonly meetingId: Uuid
  readonly inviteeId: Uuid
  readonly lineId: Uuid
}

/** A review conference of a child with a plan, which the holder chairs. */
async function conference(stage: Stage, status: 'planned' | 'in_session' | 'held'): Promise<Sitting> {
  const { record, county } = stage
  const { personId } = await planned(stage)
  const at = Temporal.Now.instant()
  const meetingId = await tell(record, 'meeting', {
    kind: 'review',
    person_ids: [personId],
    reason: 'Invented',
    planned_at: `${at}`,
    papers_until: `${at
      .add({ hours: 24 * 40 })
      .toZonedDateTimeISO('Europe/London')
      .toPlainDate()}`,
    chair_id: county.staff.workers.holder,
    status,
    ...(status === 'planned' ? {} : { started_at: `${at.subtract({ hours: 1 })}` }),
    ...(status === 'held' ? { ended_at: `${at}` } : {}),
  })
  await tell(record, 'meeting_child', { meeting_id: meetingId, person_id: personId })
  const inviteeId = await tell(record, 'meeting_invitee', {
    meeting_id: meetingId,
    side: 'professional',
    agency: 'social_care',
    worker_id: county.staff.workers.holder,
    attended: 'in_person',
  })
  const line = {
    meeting_id: meetingId,
    outcome: 'Tea',
    baseline: 'None',
    what_will_change: 'Cooked',
    made_by: nobody,
  }
  return { personId, meetingId, inviteeId, lineId: await tell(record, 'conference_line', line) }
}

const inConference = (
  status: Parameters<typeof conference>[1],
  rest: string | ((of: Sitting) => string),
  fields: (of: Sitting) => Fields,
): SendRoute => ({
  fill: async stage => {
    const of = await conference(stage, status)
    const path = typeof rest === 'string' ? rest : rest(of)
    return { by: 'holder', url: `/meetings/${of.meetingId}/conference${path}`, fields: fields(of) }
  },
  address: ofMeeting(`/conference${typeof rest === 'string' ? rest : `/lines/${nobody}/remove`}`),
})

async function disputed({ record, child, county }: Stage): Promise<string> {
  const personId = await child()
  const { holder, newcomer } = county.staff.workers
  const disputeId = await tell(record, 'cp_dispute', {
    person_id: personId,
    kind: 'chair',
    about: 'No core group',
    wants: 'One each month',
    raised_by: holder,
    party_ids: [holder, newcomer],
  })
  const stage = { dispute_id: disputeId, place: 1, goes_to: newcomer, due_on: '2026-04-01' }
  await tell(record, 'cp_dispute_stage', stage)
  return `/people/${personId}/disagreements/${disputeId}`
}

async function noticed({ record, child }: Stage): Promise<string> {
  const personId = await child()
  const notice = {
    person_id: personId,
    from_authority: 'Norfordshire',
    told_on: '2026-03-02',
    is_permanent: true,
  }
  return `/people/${personId}/transfers-in/${await tell(record, 'transfer_in', notice)}`
}

/** Forms of plans, conferences, transfers in and disagreements. */
export const protectionPlanSends: Readonly<Record<string, SendRoute>> = {
  [`${base}/category`]: plainly('/category', {
    category: 'EMO',
    ...day('since', '2026-04-01'),
    reasons: 'Decided together',
    version: '1',
  }),
  [`${base}/end`]: plainly('/end', {
    event: 'moved',
    ...day('on', '2026-06-01'),
    evidence: 'Norfordshire, 28 May',
    version: '1',
  }),
  [`${base}/earlier`]: plainly('/earlier', { count: '1', by: 'Norfordshire', version: '1' }),
  [`${base}/outcomes/new`]: plainly('/outcomes/new', { ...words, ...action }),
  [`${base}/outcomes/:outcomeId`]: onPlan(
    ({ outcomeId }) => `/outcomes/${outcomeId}`,
    `/outcomes/${nobody}`,
    {
      ...words,
      status: 'open',
      version: '1',
    },
  ),
  [`${base}/outcomes/:outcomeId/actions/new`]: onPlan(
    ({ outcomeId }) => `/outcomes/${outcomeId}/actions/new`,
    `/outcomes/${nobody}/actions/new`,
    action,
  ),
  [`${base}/actions/:actionId`]: onPlan(({ actionId }) => `/actions/${actionId}`, `/actions/${nobody}`, {
    ...action,
    version: '1',
  }),
  [`${base}/core-group`]: plainly('/core-group', {
    ...day('held', '2026-03-12'),
    changed: 'Nothing yet',
    noWords: 'A baby',
  }),
  [`${base}/members/new`]: {
    fill: async ({ record, child, county }) => {
      const personId = await child()
      await tell(record, 'cp_plan', {
        person_id: personId,
        started_on: '2026-03-02',
        initial_category: 'NEG',
      })
      const fields = { who: `worker:${county.staff.workers.holder}`, ...day('since', '2026-03-02') }
      return { by: 'holder', url: `/people/${personId}/protection-plan/members/new`, fields }
    },
    address: one => `/people/${one.personId}/protection-plan/members/new`,
  },
  [`${base}/members/:memberId/end`]: onPlan(
    ({ memberId }) => `/members/${memberId}/end`,
    `/members/${nobody}/end`,
    {
      version: '1',
    },
  ),
  '/people/:personId/transfers-in/new': {
    fill: async ({ child }) => ({
      by: 'holder',
      url: `/people/${await child()}/transfers-in/new`,
      fields: { from: 'Norfordshire', ...day('told', '2026-03-02'), stays: 'yes' },
    }),
    address: one => `/people/${one.personId}/transfers-in/new`,
  },
  '/people/:personId/transfers-in/:transferId': {
    fill: async stage => ({
      by: 'holder',
      url: await noticed(stage),
      fields: { answer: 'accept', ...day('on', '2026-03-03'), version: '1' },
    }),
    address: one => `/people/${one.personId}/transfers-in/${nobody}`,
  },
  '/people/:personId/disagreements/new': {
    fill: async ({ child, county }) => ({
      by: 'holder',
      url: `/people/${await child()}/disagreements/new`,
      fields: { about: 'No core group', wants: 'One', goesTo: county.staff.workers.manager },
    }),
    address: one => `/people/${one.personId}/disagreements/new`,
  },
  '/people/:personId/disagreements/:disputeId': {
    fill: async stage => ({
      by: 'holder',
      url: await disputed(stage),
      fields: { act: 'settle', outcome: 'agreed', words: 'A core group is set', version: '1' },
    }),
    address: one => `/people/${one.personId}/disagreements/${nobody}`,
  },
  '/meetings/:meetingId/conference/lines/:lineId/remove': inConference(
    'in_session',
    ({ lineId }) => `/lines/${lineId}/remove`,
    () => ({}),
  ),
  '/meetings/:meetingId/conference/words': {
    ...inConference('in_session', '/words', () => ({})),
    fill: async stage => {
      const { meetingId, personId } = await conference(stage, 'in_session')
      const fields = { words: 'I like school', how: 'in_person', version: '1' }
      return { by: 'holder', url: `/meetings/${meetingId}/conference/words?child=${personId}`, fields }
    },
  },
  '/meetings/:meetingId/conference/view': {
    ...inConference('in_session', '/view', () => ({})),
    fill: async stage => {
      const { meetingId, personId, inviteeId } = await conference(stage, 'in_session')
      const url = `/meetings/${meetingId}/conference/view?child=${personId}&invitee=${inviteeId}`
      return { by: 'holder', url, fields: { view: 'plan_continues', safety: '4', version: '0' } }
    },
  },
  '/meetings/:meetingId/yours/report': {
    async fill(stage) {
      const { meetingId } = await conference(stage, 'planned')
      const file = { fileName: 'report.txt', bytes: Buffer.from(`Two calls in March ${makeUuid()}`) }
      return { by: 'holder', url: `/meetings/${meetingId}/yours/report`, fields: { file } }
    },
    address: ofMeeting('/yours/report'),
  },
  '/meetings/:meetingId/yours/views': {
    async fill(stage) {
      const { meetingId, personId } = await conference(stage, 'planned')
      const url = `/meetings/${meetingId}/yours/views`
      const version = /name="version" value="([^"]+)"/.exec((await stage.visitors.holder.get(url)).body)?.[1]
      const fields = { version: `${version}`, [`view-${personId}`]: 'plan_continues' }
      return { by: 'holder', url, fields }
    },
    address: ofMeeting('/yours/views'),
  },
  '/meetings/:meetingId/conference/lines/new': inConference('in_session', '/lines/new', () => ({
    for: 'every',
    ...words,
  })),
  '/meetings/:meetingId/conference/adjourn': inConference('in_session', '/adjourn', () => ({
    because: 'No quorum',
    counts: 'no',
    version: '1',
  })),
  '/meetings/:meetingId/conference/corrections': inConference('held', '/corrections', ({ inviteeId }) => ({
    who: inviteeId,
    said: 'It was Tuesday',
  })),
  '/meetings/:meetingId/conference/notes': inConference('in_session', '/notes', () => ({
    said: 'Watch the dates',
  })),
  '/meetings/:meetingId/conference/disagree': {
    ...inConference('held', '/disagree', () => ({})),
    fill: async stage => {
      const { meetingId, personId } = await conference(stage, 'held')
      const fields = {
        child: personId,
        about: 'The end',
        wants: 'A plan',
        goesTo: stage.county.staff.workers.manager,
      }
      return { by: 'holder', url: `/meetings/${meetingId}/conference/disagree`, fields }
    },
  },
  '/meetings/:meetingId/conference/decide': inConference('in_session', '/decide', ({ personId }) => ({
    version: '1',
    exception: 'Snow',
    [`decision-${personId}`]: 'plan_ends',
    [`reasons-${personId}`]: 'Safe for six months',
  })),
}
