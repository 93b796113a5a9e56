import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { dated, today } from './fills.ts'
import type { Fields, Filled, SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()

/** GET pages of supervision: none of them names a child in its address. */
export const supervisionReadPaths: Readonly<Record<string, readonly string[]>> = {
  '/supervision': ['/supervision', '/supervision?format=csv', '/supervision?state=overdue'],
  '/supervision/workers/:workerId': [`/supervision/workers/${nobody}`],
  '/supervision/sessions/:sessionId': [`/supervision/sessions/${nobody}`],
  '/supervision/sessions/:sessionId/write': [`/supervision/sessions/${nobody}/write`],
  '/supervision/wellbeing': ['/supervision/wellbeing'],
  '/supervision/wellbeing/areas': ['/supervision/wellbeing/areas', '/supervision/wellbeing/areas?format=csv'],
  '/supervision/audits': ['/supervision/audits', '/supervision/audits?format=csv'],
  '/supervision/audits/:sampleId': [`/supervision/audits/${nobody}`],
  '/supervision/audits/sessions/:auditId': [`/supervision/audits/sessions/${nobody}`],
}

const complete = {
  status: 'complete',
  supervisor_agreed_at: '2026-01-05T10:00:00Z',
  no_children_reason: 'Holds none',
}

/** A session of the manager's with somebody. */
const sessionOf = ({ record, county }: Stage, superviseeId: Uuid, more: Readonly<Record<string, unknown>>) =>
  tell(record, 'supervision_session', {
    supervisee_id: superviseeId,
    supervisor_id: county.staff.workers.manager,
    held_on: '2026-01-05',
    ...more,
  })

/** Somebody new in the manager's team. */
async function newcomer({ record, county }: Stage): Promise<Uuid> {
  const { id } = await record.makers.worker()
  await record.makers.post({ workerId: id, teamId: county.staff.teams.north, holdsCases: true })
  return id
}

async function writing(stage: Stage): Promise<Filled> {
  const { record, county, visitors } = stage
  const workerId = await newcomer(stage)
  const { children } = await record.makers.family({ children: 1, adults: 0 })
  const [personId] = children
  if (personId === undefined) throw new Error('No child was made')
  await record.makers.allocation({ personId, workerId, teamId: county.staff.teams.north })
  const url = `/supervision/sessions/${await sessionOf(stage, workerId, {})}/write`
  const { body } = await visitors.manager.get(url)
  const [, version = ''] = /name="version" value="([^"]*)"/.exec(body) ?? []
  const fields = {
    version,
    ...dated('held'),
    kind: 'one_to_one',
    learning: 'Slower questions',
    reflection_0: 'It went well',
    [`direction_${personId}`]: 'See her alone',
    tasks: 'yes',
    what_0: 'Read the plan again',
    owner_0: 'supervisee',
    complete: 'yes',
  }
  return { by: 'manager', url, fields }
}

/** A form on a complete session of the holder's, as it opens now. */
const onSession =
  (rest: string, fields: Fields) =>
  async (stage: Stage): Promise<Filled> => {
    const page = `/supervision/sessions/${await sessionOf(stage, stage.county.staff.workers.holder, complete)}`
    const { body } = await stage.visitors.holder.get(page)
    const [, version = ''] = /name="version" value="([^"]*)"/.exec(body) ?? []
    return { by: 'holder', url: `${page}${rest}`, fields: { ...fields, version } }
  }

let daysBack = 0

/** Puts what the holder said today on a day of its own before: once a day one says how one is. */
async function clearToday({ record, county }: Stage): Promise<void> {
  daysBack += 1
  const day = today().subtract({ days: daysBack })
  await record.as(serviceActor('storyteller'), work =>
    sql`update wellbeing_check set checked_on = ${day}::date where worker_id = ${county.staff.workers.holder}
      and checked_on = ${today()}::date`.execute(work.db()),
  )
}

async function checked(stage: Stage): Promise<Uuid> {
  daysBack += 1
  return await tell(stage.record, 'wellbeing_check', {
    worker_id: stage.county.staff.workers.holder,
    checked_on: today().subtract({ days: daysBack }).toString(),
    statements: ['I can do my work well'],
    scores: '[3]',
  })
}

/** A sample with one session that the leader is to score. */
async function drawn(stage: Stage): Promise<Uuid> {
  const { manager, holder, leader } = stage.county.staff.workers
  const sessionId = await sessionOf(stage, holder, complete)
  const sampleId = await tell(stage.record, 'supervision_sample', {
    team_id: stage.county.staff.teams.north,
    from_on: '2026-01-01',
    until_on: '2026-02-01',
    seed: 'spring',
    size: 1,
    among: 1,
    drawn_on: '2026-02-02',
    drawn_by: leader,
  })
  return await tell(stage.record, 'supervision_audit', {
    sample_id: sampleId,
    session_id: sessionId,
    supervisee_id: holder,
    supervisor_id: manager,
    auditor_id: leader,
  })
}

/** Every form of supervision. */
export const supervisionSends: Readonly<Record<string, SendRoute>> = {
  '/supervision/workers/:workerId': {
    fill: async stage => ({
      by: 'manager',
      url: `/supervision/workers/${await newcomer(stage)}`,
      fields: { ...dated('held'), kind: 'one_to_one' },
    }),
  },
  '/supervision/sessions/:sessionId/write': { fill: writing },
  '/supervision/sessions/:sessionId/view': {
    fill: onSession('/view', { view: 'As I see it', agrees: 'yes' }),
  },
  '/supervision/sessions/:sessionId/corrections': {
    fill: onSession('/corrections', { words: 'It was a Thursday' }),
  },
  '/supervision/actions/:actionId/done': {
    fill: async stage => {
      const { holder } = stage.county.staff.workers
      const sessionId = await sessionOf(stage, holder, complete)
      const action = {
        session_id: sessionId,
        supervisee_id: holder,
        what: 'Shadow a visit',
        owner: 'supervisee',
      }
      const id = await tell(stage.record, 'supervision_action', action)
      return { by: 'holder', url: `/supervision/actions/${id}/done`, fields: {} }
    },
  },
  '/supervision/wellbeing': {
    fill: async stage => {
      await clearToday(stage)
      return {
        by: 'holder',
        url: '/supervision/wellbeing',
        fields: { score_0: '4', score_1: '3', score_2: '5', words: 'Well enough' },
      }
    },
  },
  '/supervision/wellbeing/:checkId/share': {
    fill: async stage => ({
      by: 'holder',
      url: `/supervision/wellbeing/${await checked(stage)}/share`,
      fields: { share: 'yes' },
    }),
  },
  '/supervision/audits': {
    fill: async stage => {
      const { staff } = stage.county
      await sessionOf(stage, staff.workers.holder, complete)
      const days = {
        ...dated('from', Temporal.PlainDate.from('2026-01-01')),
        ...dated('until', Temporal.PlainDate.from('2026-02-01')),
      }
      const fields = { team: staff.teams.north, ...days, size: '2', auditor: staff.workers.leader, seed: '' }
      return { by: 'leader', url: '/supervision/audits', fields }
    },
  },
  '/supervision/audits/sessions/:auditId': {
    fill: async stage => ({
      by: 'leader',
      url: `/supervision/audits/sessions/${await drawn(stage)}`,
      fields: { score_0: '3', score_1: '2', score_2: '1', score_3: '0', remark: 'Clear' },
    }),
  },
}
