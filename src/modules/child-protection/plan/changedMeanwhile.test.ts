import { expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { changeCategory, keepPlansElsewhere } from './commands/changePlan.ts'
import { runningPlan } from './queries/readPlan.ts'
import { plannedChild } from './testing/plannedChild.ts'

const record = await testRecord()
registerModules()

test('a category is not changed over what a colleague is keeping of the same plan: it is stale', async () => {
  const { worker, manager, personId } = await plannedChild(record)
  const plan = await record.as(worker, work => runningPlan(work, personId))
  if (plan === null) throw new Error('The plan runs')
  const { version } = plan
  let second: Promise<string> | undefined
  await record.as(manager, async work => {
    await keepPlansElsewhere(work, plan, { version, count: 1, by: 'Another county' }, 0)
    second = record.as(worker, other =>
      changeCategory(other, plan, {
        ...{ version, category: 'PHY', on: other.today, reasons: 'A bruise', meetingId: null },
      }),
    )
    await Promise.race([second, new Promise(resolve => setTimeout(resolve, 200))]) // it waits for this one
  })
  expect(await second).toBe('stale')
})
