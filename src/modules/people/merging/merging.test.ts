import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { askMerge, confirmMerge, undoMerge } from './commands/mergeCommands.ts'
import { mergeMark } from './queries/mergeMark.ts'
import { mergeChoices } from './rules/mergeChoices.ts'
import { bothRecords } from './testing/bothRecords.ts'

const record = await testRecord()
const { makers } = record

/** A team with a manager and a worker, and two records of one child in it. */
async function pair() {
  const teamId = await makers.team()
  const [manager, worker] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: worker.id, teamId })
  const [one, other] = [
    await makers.person({ given: 'Jo', family: 'Twicely' }),
    await makers.person({ given: 'Joanna', family: 'Twicely' }),
  ]
  const held = [
    await makers.allocation({ personId: one, teamId, workerId: worker.id }),
    await makers.allocation({ personId: other, teamId, workerId: worker.id }),
  ] as const
  return { teamId, manager, worker, one, other, held }
}

async function merge(p: { one: Uuid; other: Uuid; worker: Actor; manager: Actor }, chosen: object) {
  const choices = mergeChoices.parse(chosen)
  const ids = { survivorId: p.one, mergedId: p.other }
  const asked = await record.as(p.worker, async work =>
    askMerge(work, {
      ...ids,
      evidence: 'Birth certificate seen today',
      evidenceKinds: ['birth_certificate'],
      choices,
      mark: (await mergeMark(work, p.one, p.other)) ?? '',
    }),
  )
  if (asked.outcome !== 'asked') throw new Error(asked.outcome)
  const outcome = await record.as(p.manager, async work =>
    confirmMerge(work, {
      id: asked.id,
      ...ids,
      choices,
      mark: (await mergeMark(work, p.one, p.other)) ?? '',
    }),
  )
  return { id: asked.id, outcome, ...ids }
}

test('joins two records, and makes two of them again byte for byte', async () => {
  const p = await pair()
  const before = await bothRecords(record.ownerUrl, [p.one, p.other])
  const { id, outcome, survivorId, mergedId } = await merge(p, { holdings: [p.held[1]] })
  expect(outcome).toBe('merged')
  const names = await record.as(p.worker, async work =>
    sql<{
      n: string
    }>`select given || '|' || is_main as n from person_name where person_id = ${p.one} order by 1`.execute(
      work.db(),
    ),
  )
  expect(names.rows.map(({ n }) => n)).toEqual(['Joanna|false', 'Jo|true'])
  expect(
    await record.as(p.manager, work =>
      undoMerge(work, { id, survivorId, mergedId, reason: 'Two children', assigned: [] }),
    ),
  ).toBe('undone')
  expect(await bothRecords(record.ownerUrl, [p.one, p.other])).toEqual(before)
})
