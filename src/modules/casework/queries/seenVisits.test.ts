import { expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { seenVisits } from './seenVisits.ts'

const record = await testRecord()
const { makers } = record

type Told = Record<string, Record<string, unknown>>
const tell = (table: string, row: Record<string, unknown>) =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<Told>()
      .insertInto(table)
      .values({ id: makeUuid(), ...row })
      .execute(),
  )

async function visited(worker: Actor, personId: Uuid, on: string, wasSeen: boolean): Promise<void> {
  const note_id = makeUuid()
  const visit = { kind: 'visit', outcome: 'held', happened_at: `${on}T10:00Z` }
  await tell('note', {
    id: note_id,
    ...visit,
    person_ids: [personId],
    author_id: worker.id,
    body: 'Invented',
  })
  await tell('note_person', { note_id, person_id: personId, ...visit, was_seen: wasSeen })
}

async function held(more: Record<string, unknown>) {
  const worker = await makers.worker()
  const teamId = await makers.team()
  const personId = makeUuid()
  await tell('person', { id: personId, created_by: null, ...more })
  await tell('person_name', { person_id: personId, given: 'Wren', family: 'Madeup' })
  await makers.allocation({ personId, teamId, workerId: worker.id })
  return { worker, personId }
}

test('before a birth every visit that was held counts, and after it those at which the child was seen', async () => {
  const { worker, personId } = await held({ is_unborn: true, expected_delivery_on: '2026-06-01' })
  await visited(worker, personId, '2026-04-01', false)
  const days = () =>
    record.as(worker, async work =>
      ((await seenVisits(work, [personId])).get(personId) ?? []).map(({ on }) => on.toString()),
    )
  expect(await days()).toEqual(['2026-04-01'])
  await record.as(worker, work =>
    work
      .db<Told>()
      .updateTable('person')
      .set({ is_unborn: false, date_of_birth: '2026-05-20', date_of_birth_precision: 'day' })
      .where('id', '=', personId)
      .execute(),
  )
  await visited(worker, personId, '2026-05-21', false)
  await visited(worker, personId, '2026-05-22', true)
  expect(await days()).toEqual(['2026-04-01', '2026-05-22'])
})
