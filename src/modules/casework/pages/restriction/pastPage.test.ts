import { expect, test } from 'vitest'
import { changeNamedList, restrictionOf, restrictPerson } from '#modules/access'
import { workerNames } from '#modules/agencies'
import { askMerge, confirmMerge, followMerges, mergeChoices, mergeMark } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import type { CaseworkTables } from '../../tables.ts'
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

test('the list of a record that was merged stays in reach of its members, and of nobody else', async () => {
  const director = await makers.worker({ class: 'director' })
  const [asker, manager, other] = [await makers.worker(), await makers.worker(), await makers.worker()]
  const teamId = await makers.team()
  for (const worker of [asker, manager, other])
    await makers.post({ workerId: worker.id, teamId, role: 'team_manager' })
  const [survivorId, mergedId] = [await makers.person({ given: 'Una' }), await makers.person({ given: 'Vi' })]
  for (const personId of [survivorId, mergedId])
    await makers.allocation({ personId, teamId, workerId: asker.id })
  await makers.restriction({ subjectId: mergedId, members: [asker.id, manager.id, director.id] })
  const wanted = async (work: Work) => ({
    survivorId,
    mergedId,
    evidence: 'Both papers were seen',
    evidenceKinds: ['other'] as const,
    choices: mergeChoices.parse({ holdings: await holdings(work, survivorId) }),
    mark: (await mergeMark(work, survivorId, mergedId)) ?? '',
    isOnePerson: true,
  })
  const asked = await record.as(asker, async work => askMerge(work, await wanted(work)))
  if (!('id' in asked)) throw new Error(asked.outcome)
  expect(
    await record.as(manager, async work => confirmMerge(work, { id: asked.id, ...(await wanted(work)) })),
  ).toBe('merged')
  const { routes } = followMerges({ name: 'casework', routes: recordPages })
  const ask = askPage(record.as, routes)
  const page = contentOf(await ask(asker, 'GET', url, { params: { personId: mergedId } }))
  expect(page).toContain('This record is restricted')
  expect(page).toContain(`action="/people/${mergedId}/restriction`)
  await record.as(asker, work =>
    changeNamedList(work, { personId: mergedId, workerId: other.id, isMember: true }),
  )
  expect(contentOf(await ask(other, 'GET', url, { params: { personId: mergedId } }))).toContain('restricted')
  const stranger = await makers.worker()
  expect(await ask(stranger, 'GET', url, { params: { personId: mergedId } })).toEqual({ kind: 'not_found' })
})

const holdings = async (work: Work, personId: Uuid): Promise<readonly Uuid[]> =>
  (
    await work
      .db<CaseworkTables>()
      .selectFrom('allocation')
      .select('id')
      .where('person_id', '=', personId)
      .execute()
  ).map(({ id }) => id)

test('of two on a list who change it at once the second sees both, and saving a note lifts no end', async () => {
  const director = await makers.worker({ class: 'director' })
  const personId = await makers.person()
  const endsAt = Temporal.Now.instant().add({ hours: 24 * 30 })
  await record.as(director, work =>
    restrictPerson(work, { personId, reason: 'staff_family', note: 'As first told', endsAt }),
  )
  const ask = askPage(record.as, recordPages)
  const params = { personId }
  const fieldsOf = async (): Promise<Record<string, string>> => {
    const page = contentOf(await ask(director, 'GET', url, { params }))
    const fields = [...page.matchAll(/name="(version|until-\w+)"[^>]*?value="([^"]*)"/g)]
    return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
  }
  const opened = await fieldsOf()
  const send = (note: string) =>
    ask(director, 'POST', url, { params, sent: { ...opened, reason: 'staff_family', note } })
  expect(await send('By the first')).toMatchObject({ kind: 'redirect' })
  const stale = await send('By the second')
  expect(stale).toMatchObject({ kind: 'page', status: 409 })
  for (const words of ['By the first', 'By the second']) expect(contentOf(stale)).toContain(words)
  const now = await record.as(director, work => restrictionOf(work, personId))
  expect(now).toMatchObject({ note: 'By the first' })
  expect(now !== 'not_then' && now?.endsAt).not.toBeNull()
})
