import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { undoMerge } from './commands/mergeCommands.ts'
import { bothRecords } from './testing/bothRecords.ts'
import { joinRecords } from './testing/joinRecords.ts'

const record = await testRecord()
const { makers } = record

/** Far above what it takes, so that only a change of kind fails here. */
const most = 20_000

test('joins a record of two thousand entries with another, and parts them, in one transaction each', async () => {
  const teamId = await makers.team()
  const [asker, manager] = [await makers.worker(), await makers.worker()]
  for (const { id: workerId } of [asker, manager])
    await makers.post({ workerId, teamId, role: 'team_manager' })
  const [one, other] = [await makers.person(), await makers.person()]
  const held = await makers.allocation({ personId: one, teamId, workerId: asker.id })
  await makers.allocation({ personId: other, teamId, workerId: asker.id })
  await record.as(manager, work =>
    sql`insert into significant_event (person_id, happened_on, description)
      select case when n % 2 = 0 then ${one}::uuid else ${other}::uuid end, date '2020-01-01' + n, 'Event ' || n
      from generate_series(1, 2000) n`.execute(work.db()),
  )
  const before = await bothRecords(record.ownerUrl, [one, other])
  const begun = performance.now()
  const merge = await joinRecords(record, { asker, manager, one, other, chosen: { holdings: [held] } })
  const joined = performance.now()
  expect(merge.outcome).toBe('merged')
  const undone = await record.as(manager, work =>
    undoMerge(work, { ...merge, reason: 'Two people', assigned: [] }),
  )
  const parted = performance.now()
  expect(undone).toBe('undone')
  expect(await bothRecords(record.ownerUrl, [one, other])).toEqual(before)
  const took = { joining: Math.round(joined - begun), parting: Math.round(parted - joined) }
  if (process.env['KITH_SAY_TIMES']) process.stdout.write(`${JSON.stringify(took)} ms\n`)
  expect(took.joining).toBeLessThan(most)
})
