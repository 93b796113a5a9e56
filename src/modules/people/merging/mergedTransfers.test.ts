import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { undoMerge } from './commands/mergeCommands.ts'
import { bothRecords } from './testing/bothRecords.ts'
import { joinRecords } from './testing/joinRecords.ts'

const record = await testRecord()
const { makers } = record
const [teamId, toTeamId] = [await makers.team(), await makers.team()]
const [asker, manager] = [await makers.worker(), await makers.worker()]
for (const { id: workerId } of [asker, manager]) await makers.post({ workerId, teamId, role: 'team_manager' })

/** Somebody of the team whom another team is asked to take over. */
async function waitingForTransfer(): Promise<{ readonly person: Uuid; readonly ties: readonly Uuid[] }> {
  const person = await makers.person()
  const held = await makers.allocation({ personId: person, teamId, workerId: asker.id })
  const transfer = makeUuid()
  await record.as(serviceActor('storyteller'), work =>
    sql`insert into transfer (id, person_id, moves_id, from_team_id, to_team_id, handover, moves_on, requested_by)
      values (${transfer}, ${person}, ${makeUuid()}, ${teamId}, ${toTeamId}, 'Moves', '2030-01-01', ${manager.id})`.execute(
      work.db(),
    ),
  )
  return { person, ties: [held, transfer] }
}

test.each([
  ['first', 0],
  ['second', 1],
] as const)(
  'two who both wait for a transfer are parted again, when the %s one went on',
  async (_, goesOn) => {
    const both = [await waitingForTransfer(), await waitingForTransfer()] as const
    const [one, other] = [both[0].person, both[1].person]
    const before = await bothRecords(record.ownerUrl, [one, other])
    const merge = await joinRecords(record, {
      asker,
      manager,
      one,
      other,
      chosen: { holdings: both[goesOn].ties },
    })
    expect(merge.outcome).toBe('merged')
    const outcome = await record.as(manager, work =>
      undoMerge(work, { ...merge, reason: 'Two people', assigned: [] }),
    )
    expect(outcome).toBe('undone')
    expect(await bothRecords(record.ownerUrl, [one, other])).toEqual(before)
  },
)
