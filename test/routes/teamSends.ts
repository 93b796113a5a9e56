import { makeUuid, type Uuid } from '#platform/ids'
import { tellNotices } from './county.ts'
import { approvalOf, approvalPath } from './decisionRoutes.ts'
import { dated, personPath, today } from './fills.ts'
import type { Fields, SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

/** A child in the queue of the team north. */
export async function queued({ record, county }: Stage): Promise<Uuid> {
  const { children } = await record.makers.family({ children: 1, adults: 0 })
  const [personId] = children
  if (personId === undefined) throw new Error('No child was made')
  await record.makers.allocation({ personId, teamId: county.staff.teams.north, startedOn: '2026-01-01' })
  return personId
}

export const allocated = ({ county }: Stage): Fields => ({
  worker: county.staff.workers.coWorker,
  role: 'lead_social_worker',
  ...dated('startedOn'),
})

let daysAhead = 0

/** Cover of a day that no other form here has taken. */
async function coverForm({ visitors, county }: Stage): Promise<Fields> {
  daysAhead += 1
  const { body } = await visitors.manager.get('/cover')
  const post = /value="([^"]+)"[^>]*>[^<]*, Team manager, /.exec(body)?.[1]
  if (post === undefined) throw new Error('The manager has no post to be covered')
  const day = today().add({ days: daysAhead })
  const worker = county.staff.workers.dutyManager
  return { post, worker, ...dated('first', day), ...dated('last', day) }
}

/** The forms of notices, teams, allocation, approvals and cover. */
export const teamSends: Readonly<Record<string, SendRoute>> = {
  '/notices/read': {
    leavesNoRow: true,
    fill: async ({ record, county }) => {
      await tellNotices(record, county.staff.workers.holder, [county.people.own])
      return { by: 'holder', url: '/notices/read', fields: { notice: 'all' } }
    },
  },
  '/teams/:teamId/queue': {
    fill: async stage => ({
      by: 'manager',
      url: `/teams/${stage.county.staff.teams.north}/queue`,
      fields: { child: await queued(stage), ...allocated(stage) },
    }),
    naming: (personId, { staff }) => ({
      url: `/teams/${staff.teams.north}/queue`,
      fields: {
        child: personId,
        worker: staff.workers.coWorker,
        role: 'lead_social_worker',
        ...dated('startedOn'),
      },
    }),
  },
  '/teams/:teamId/tasks/:taskId': {
    fill: async ({ record, county, child }) => {
      const { teams, workers } = county.staff
      const about = { person_id: await child(), team_id: teams.north, title: 'Ring the school' }
      const url = `/teams/${teams.north}/tasks/${await tell(record, 'task', about)}`
      return { by: 'holder', url, fields: { worker: workers.holder } }
    },
  },
  '/people/:personId/allocate': {
    fill: async stage => ({
      by: 'manager',
      url: personPath(await queued(stage), `/allocate?team=${stage.county.staff.teams.north}`),
      fields: allocated(stage),
    }),
    address: one => personPath(one.personId, '/allocate'),
  },
  '/people/:personId/allocations/:allocationId/end': {
    fill: async stage => {
      const personId = await queued(stage)
      const { teams, workers } = stage.county.staff
      const allocationId = await stage.record.makers.allocation({
        personId,
        teamId: teams.north,
        workerId: workers.coWorker,
        role: 'co_worker',
        startedOn: '2026-01-01',
      })
      const url = personPath(personId, `/allocations/${allocationId}/end`)
      return { by: 'manager', url, fields: { ...dated('endedOn'), reason: 'The work is done' } }
    },
    address: one => personPath(one.personId, `/allocations/${one.allocationId}/end`),
  },
  '/approvals/:approvalId': {
    fill: async stage => {
      const { north } = stage.county.staff.teams
      const id = await tell(stage.record, 'approval', {
        kind: 'cin_plan_closure',
        subject_id: makeUuid(),
        person_ids: [await stage.child()],
        team_id: north,
        submitted_by: stage.county.staff.workers.holder,
      })
      const url = `/approvals/${id}`
      const { body } = await stage.visitors.manager.get(url)
      const shown = /name="shown" value="([^"]+)"/.exec(body)?.[1] ?? ''
      const fields = { version: '1', shown, outcome: 'returned', reason: 'Say what the school thinks' }
      return { by: 'manager', url, fields }
    },
    address: approvalPath,
    gate: approvalOf,
  },
  '/cover': {
    fill: async stage => ({ by: 'manager', url: '/cover', fields: await coverForm(stage) }),
  },
  '/cover/:coverId/end': {
    fill: async stage => {
      await stage.visitors.manager.post('/cover', await coverForm(stage))
      const { body } = await stage.visitors.manager.get('/cover')
      const [, url] = [...body.matchAll(/action="(\/cover\/[^"]+\/end)"/g)].at(-1) ?? []
      if (url === undefined) throw new Error('No cover was arranged')
      return { by: 'manager', url, fields: {} }
    },
  },
}
