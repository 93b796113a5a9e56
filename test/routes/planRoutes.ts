import { makeUuid, type Uuid } from '#platform/ids'
import type { SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()
const today = () => Temporal.Now.plainDateISO('Europe/London')
const dated = (name: string, day = today()) => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
})

/** GET pages of one person's plan: the person's own page of it, and forms that a reader may be refused. */
export const planReadPaths: Readonly<Record<string, string>> = {
  '/people/:personId/plan/outcomes/new': '/plan/outcomes/new',
  '/people/:personId/plan/outcomes/:outcomeId': `/plan/outcomes/${nobody}`,
  '/people/:personId/plan/outcomes/:outcomeId/actions/new': `/plan/outcomes/${nobody}/actions/new`,
  '/people/:personId/plan/actions/:actionId': `/plan/actions/${nobody}`,
  '/people/:personId/plan/plain': '/plan/plain',
  '/people/:personId/plan/print': '/plan/print',
  '/people/:personId/plan/plain.pdf': `/plan/plain.pdf?for=${nobody}`,
  '/people/:personId/plan/review': '/plan/review',
  '/people/:personId/plan/step-up': '/plan/step-up',
  '/people/:personId/plan/close': '/plan/close',
}

type Planned = {
  readonly personId: Uuid
  readonly planId: Uuid
  readonly outcomeId: Uuid
  readonly actionId: Uuid
}

/** A child of the holder's with a plan, one outcome and one action. */
async function planned({ record, child }: Stage): Promise<Planned> {
  const personId = await child()
  const of = { person_id: personId }
  const referral_id = await tell(record, 'referral', { ...of, received_on: '2026-01-02' })
  const planId = await tell(record, 'cin_plan', { ...of, referral_id, started_on: '2026-02-02' })
  const plan = { plan_kind: 'cin_plan', plan_id: planId }
  const outcomeId = await tell(record, 'plan_outcome', { ...of, ...plan, outcome: 'Sleeps well' })
  const action = { outcome_id: outcomeId, what: 'Find a bed', owner_name: 'Aunt Jo', due_on: '2026-03-03' }
  return { personId, planId, outcomeId, actionId: await tell(record, 'plan_action', { ...of, ...action }) }
}

/** A referral of which nothing is known, completed in the version that its form was opened with. */
async function referred({ record, child, visitors }: Stage) {
  const personId = await child()
  const referralId = await tell(record, 'referral', { person_id: personId, received_on: '2026-01-02' })
  const url = `/people/${personId}/referrals/${referralId}`
  const { body } = await visitors.holder.get(url)
  const version = body.match(/name="version" value="([^"]+)"/)?.[1] ?? ''
  return { by: 'holder' as const, url, fields: { version, source: '6', need: 'N1', ...dated('told') } }
}

type Fields = Readonly<Record<string, string | readonly string[]>>
type Filling = (at: Planned, stage: Stage) => { readonly rest: string; readonly fields: Fields }

const onPlan = (filling: Filling): Pick<SendRoute, 'fill' | 'address'> => ({
  fill: async stage => {
    const at = await planned(stage)
    const { rest, fields } = filling(at, stage)
    return {
      by: 'holder',
      url: `/people/${at.personId}/plan${rest}`,
      fields: { child: at.personId, ...fields },
    }
  },
  address: one => `/people/${one.personId}/plan/review`,
})

const action = { what: 'Find a bed', owner: 'name', ownerName: 'Aunt Jo', ...dated('due') }
const closing = {
  why: 'outcomes_met',
  ...dated('ends'),
  achieved: 'Calm evenings',
  next: 'School helps',
  turnsTo: 'Mr Madeup',
  case: 'open',
}

const started: SendRoute['fill'] = async stage => {
  const personId = await stage.child()
  const of = { person_id: personId }
  const referral_id = await tell(stage.record, 'referral', { ...of, received_on: '2026-01-02' })
  const found = { started_on: '2026-01-03', authorised_on: '2026-02-02', outcome: 'child_in_need' }
  await tell(stage.record, 'assessment', { ...of, referral_id, ...found })
  return { by: 'holder', url: `/people/${personId}/plan/start`, fields: {} }
}

const heard: SendRoute['fill'] = async stage => {
  const { personId, planId } = await planned(stage)
  const plan = { person_id: personId, plan_kind: 'cin_plan', plan_id: planId }
  const given = { recipient_id: personId, shared_on: '2026-03-03', how: 'by_hand' }
  const shareId = await tell(stage.record, 'plan_share', { ...plan, ...given })
  const fields = { version: '1', understood: 'yes', agrees: 'no', words: 'Too much at once' }
  return { by: 'holder', url: `/people/${personId}/plan/shares/${shareId}`, fields }
}

const shared: SendRoute['fill'] = async stage => {
  const { personId } = await planned(stage)
  const url = `/people/${personId}/plan/shares?for=${personId}`
  return { by: 'holder', url, fields: { ...dated('shared'), how: 'by_hand', lang: 'en' } }
}

const pulled: SendRoute['fill'] = async stage => {
  const { personId } = await planned(stage)
  const need = { kind: 'housing', noted_on: '2026-02-02', noted_by_discipline: 'school' }
  const id = await tell(stage.record, 'need', { person_id: personId, ...need })
  return {
    by: 'holder',
    url: `/people/${personId}/plan/pull`,
    fields: { source: `need:${id}`, child: personId },
  }
}

/** A transfer of the team north's child to the team south, or to another authority. */
const moving =
  (rest: string, fields: Fields, authority = false): SendRoute['fill'] =>
  async stage => {
    const { teams } = stage.county.staff
    const personId = await stage.child()
    const to = authority
      ? { to_authority: '998', to_authority_contact: 'Duty desk' }
      : { to_team_id: teams.north }
    const from = { from_team_id: authority ? teams.north : teams.south, moves_on: today().toString() }
    const requested_by = stage.county.staff.workers.manager
    const row = {
      person_id: personId,
      moves_id: makeUuid(),
      ...from,
      ...to,
      handover: 'Mind the dog',
      requested_by,
    }
    const id = await tell(stage.record, 'transfer', row)
    return { by: 'manager', url: `/transfers/${id}${rest}`, fields }
  }

/** POST routes of plans and transfers with a form that each takes. */
export const planSends: Readonly<Record<string, SendRoute>> = {
  '/people/:personId/plan/start': { fill: started, address: one => `/people/${one.personId}/plan/start` },
  '/people/:personId/plan/pull': { fill: pulled, address: one => `/people/${one.personId}/plan/pull` },
  '/people/:personId/plan/outcomes/new': onPlan(() => ({
    rest: '/outcomes/new',
    fields: { outcome: 'Reads' },
  })),
  '/people/:personId/plan/outcomes/:outcomeId': onPlan(({ outcomeId }) => ({
    rest: `/outcomes/${outcomeId}`,
    fields: { outcome: 'Sleeps all night', status: 'open', version: '1' },
  })),
  '/people/:personId/plan/outcomes/:outcomeId/actions/new': onPlan(({ outcomeId }) => ({
    rest: `/outcomes/${outcomeId}/actions/new`,
    fields: action,
  })),
  '/people/:personId/plan/actions/:actionId': onPlan(({ actionId }) => ({
    rest: `/actions/${actionId}`,
    fields: { ...action, ...dated('done'), result: 'It stands', version: '1' },
  })),
  '/people/:personId/plan/review': onPlan(({ personId }) => ({
    rest: '/review',
    fields: {
      ...dated('held'),
      parentView: 'It helps',
      [`progress-${personId}`]: 'Sleeps better',
      [`view-${personId}`]: 'I like my bed',
      [`decision-${personId}`]: 'continue',
      ...dated('next'),
    },
  })),
  '/people/:personId/plan/shares': { fill: shared, address: one => `/people/${one.personId}/plan/shares` },
  '/people/:personId/plan/shares/:shareId': {
    fill: heard,
    address: one => `/people/${one.personId}/plan/shares/${nobody}`,
  },
  '/people/:personId/plan/step-up': onPlan(() => ({ rest: '/step-up', fields: { reason: 'Hungry again' } })),
  '/people/:personId/plan/close': onPlan(() => ({ rest: '/close', fields: closing })),
  '/people/:personId/referrals/:referralId': {
    fill: referred,
    address: one => `/people/${one.personId}/referrals/${nobody}`,
  },
  '/people/:personId/transfers/new': {
    fill: async stage => {
      const personId = await stage.child()
      const to = { to: 'authority', authority: '998', contact: 'Duty desk' }
      const fields = { child: personId, ...to, ...dated('moves'), handover: 'Mind the dog' }
      return { by: 'manager', url: `/people/${personId}/transfers/new`, fields }
    },
    address: one => `/people/${one.personId}/transfers/new`,
  },
  '/transfers/:transferId/accept': { fill: moving('/accept', { worker: 'queue' }) },
  '/transfers/:transferId/refuse': { fill: moving('/refuse', { reason: 'No room' }) },
  '/transfers/:transferId/withdraw': { fill: moving('/withdraw', {}, true) },
  '/transfers/:transferId/answer': {
    fill: moving('/answer', { outcome: 'refused', reason: 'Not theirs' }, true),
  },
}
