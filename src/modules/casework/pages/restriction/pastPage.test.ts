import { expect, test } from 'vitest'
import { changeNamedList, restrictPerson } from '#modules/access'
import { workerNames } from '#modules/agencies'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { recordPages } from '../recordPages.ts'

const record = await testRecord()
const { makers } = record
const url = '/people/:personId/restriction'

test('a past moment shows the list as it stood, to who is on it today, with nothing to change', async () => {
  const director = await makers.worker({ class: 'director' })
  const [former, later] = [await makers.worker(), await makers.worker()]
  const personId = await makers.person({ given: 'Wren' })
  const names = new Map(
    await Promise.all(
      [director, former, later].map(
        async ({ id }) =>
          [
            id,
            (await (await record.as(director, work => workerNames(work, [id]))).get(id)) ?? 'nobody',
          ] as const,
      ),
    ),
  )
  const before = await record.settled()
  const change = (workerId: typeof former.id, isMember: boolean) =>
    record.as(director, work => changeNamedList(work, { personId, workerId, isMember }))
  await record.as(director, work =>
    restrictPerson(work, { personId, reason: 'staff_family', note: 'As first told', endsAt: null }),
  )
  await change(former.id, true)
  const then = await record.settled()
  await change(former.id, false)
  await change(later.id, true)

  const at = (knownAt: Temporal.Instant) =>
    askPage((actor, fn) => record.as(actor, fn, { knownAt }), recordPages)
  const params = { personId }
  const page = contentOf(await at(then)(later, 'GET', url, { params }))
  expect(page).toContain('As first told')
  expect(page).toContain(names.get(former.id))
  expect(page).not.toContain(names.get(later.id))
  expect(page).not.toContain('<form')
  expect(contentOf(await at(before)(director, 'GET', url, { params }))).toContain('was not restricted then')
  expect(await at(then)(former, 'GET', url, { params })).toEqual({ kind: 'not_found' })
  const today = contentOf(await askPage(record.as, recordPages)(later, 'GET', url, { params }))
  expect(today).toContain(names.get(later.id))
  expect(today).toContain('Show what was known on a past day')
})

test('a record that nobody restricts today tells nothing of its past', async () => {
  const director = await makers.worker({ class: 'director' })
  const personId = await makers.person()
  const knownAt = await record.settled()
  const ask = askPage((actor, fn) => record.as(actor, fn, { knownAt }), recordPages)
  const page = contentOf(await ask(director, 'GET', url, { params: { personId } }))
  expect(page).toContain('The record is not restricted today.')
  expect(page).not.toContain('<form')
})
