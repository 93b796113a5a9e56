import { expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { recordPages } from '../recordPages.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, recordPages)
const url = '/people/:personId/involved/colleague'

test('a colleague who is added sees the child and the plan, and is told without a name', async () => {
  const worker = await makers.worker()
  const nurse = await makers.worker()
  const child = await makers.person({ given: 'Wren', family: 'Inventley' })
  await makers.allocation({ personId: child, teamId: await makers.team(), workerId: worker.id })
  const sees = async () =>
    (
      await record.as(nurse, work =>
        work.db<{ person: { id: string } }>().selectFrom('person').select('id').execute(),
      )
    ).length
  expect(await sees()).toBe(0)
  const params = { personId: child }
  const nobody = await ask(worker, 'POST', url, { params, sent: {} })
  expect(contentOf(nobody)).toContain('Add a colleague')
  const done = await ask(worker, 'POST', url, { params, sent: { worker: nurse.id } })
  expect(done.kind).toBe('redirect')
  expect(await sees()).toBe(1)
  const notices = await record.as(nurse, work =>
    work
      .db<{ 'app.notice': { kind: string; path: string } }>()
      .selectFrom('app.notice')
      .select(['kind', 'path'])
      .execute(),
  )
  expect(notices).toEqual([{ kind: 'work_given', path: `/people/${child}` }])
})

test('someone who does not hold the child cannot add anyone', async () => {
  const stranger = await makers.worker()
  const child = await makers.person()
  const reply = await ask(stranger, 'POST', url, {
    params: { personId: child },
    sent: { worker: stranger.id },
  })
  expect(reply.kind).toBe('not_found')
})
