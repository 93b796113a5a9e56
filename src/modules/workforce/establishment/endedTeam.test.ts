import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'

const record = await testRecord()
const { makers } = record
const administrator = await makers.worker({ class: 'administrator' })

async function endedTeam(): Promise<{ teamId: Uuid; workerId: Uuid }> {
  const [teamId, worker] = [await makers.team(), await makers.worker()]
  await makers.post({ workerId: worker.id, teamId })
  await record.as(administrator, work =>
    sql`update team set ended_on = '2024-03-31' where id = ${teamId}`.execute(work.db()),
  )
  return { teamId, workerId: worker.id }
}

test('no child is given to a team that has ended, with a worker or to its queue', async () => {
  const { teamId, workerId } = await endedTeam()
  const personId = await makers.person()
  await expect(makers.allocation({ personId, teamId, workerId })).rejects.toThrow('This team has ended')
  await expect(makers.allocation({ personId, teamId })).rejects.toThrow('This team has ended')
})

test('what it held while it ran may be told, and nothing that begins later', async () => {
  const { teamId, workerId } = await endedTeam()
  const held = { teamId, workerId, endedOn: '2024-05-01' }
  await makers.allocation({ ...held, personId: await makers.person(), startedOn: '2023-01-01' })
  await expect(
    makers.allocation({ ...held, personId: await makers.person(), startedOn: '2024-04-01' }),
  ).rejects.toThrow('This team has ended')
})
