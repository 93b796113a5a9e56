import { describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { formVersion, notFound } from '#platform/http'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import type { CaseworkTables } from '../../tables.ts'
import { askPage } from '../../testing/askPage.ts'
import { recordPages } from '../recordPages.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, recordPages)

const DOG = 'A dog that jumps up'

/** A worker who holds two children, and a row of each kind about the second. */
async function twoChildren() {
  const worker = await makers.worker()
  const teamId = await makers.team()
  const [named, other] = [await makers.person(), await makers.person()]
  for (const personId of [named, other]) await makers.allocation({ personId, teamId, workerId: worker.id })
  const about = { id: makeUuid(), person_id: other }
  await record.as(serviceActor('storyteller'), async work => {
    const db = work.db<CaseworkTables>()
    const started_on = work.today.subtract({ days: 9 })
    await db
      .insertInto('alert')
      .values({ ...about, kind: 'dog', description: DOG, started_on })
      .execute()
    await db
      .insertInto('task')
      .values({ ...about, worker_id: worker.id, title: 'Ring the school' })
      .execute()
    await db
      .insertInto('involvement')
      .values({ ...about, professional_name: 'Dr Invented', role: 'midwife', started_on })
      .execute()
  })
  return { worker, named, other, rowId: about.id }
}

const reviewOf = async ({ worker, rowId }: Awaited<ReturnType<typeof twoChildren>>) => {
  const row = await record.as(worker, work =>
    work
      .db<CaseworkTables>()
      .selectFrom('alert')
      .select('review_on')
      .where('id', '=', rowId)
      .executeTakeFirst(),
  )
  return row?.review_on
}

const acts = [
  ['/people/:personId/alerts/:alertId/review', 'alertId'],
  ['/people/:personId/alerts/:alertId/end', 'alertId'],
  ['/people/:personId/tasks/:taskId/done', 'taskId'],
  ['/people/:personId/involved/:involvementId/end', 'involvementId'],
] as const

const nextYear = Temporal.Now.plainDateISO('Europe/London').add({ years: 1 }).year

describe.each(acts)('%s', (url, name) => {
  /** What sending the form answers for an id under a person, with a date to review by and without one. */
  const send = async (
    who: Awaited<ReturnType<typeof twoChildren>>,
    personId: string,
    id: string,
    dated = true,
  ) => {
    const date = { day: '4', month: '5', year: String(nextYear) }
    const sent = dated
      ? Object.fromEntries(Object.entries(date).map(([part, value]) => [`review-${id}-${part}`, value]))
      : {}
    const version = formVersion([DOG, null]) // of the alert as it was opened; the others carry none
    return ask(who.worker, 'POST', url, { params: { personId, [name]: id }, sent: { ...sent, version } })
  }

  test('answers another person’s row like an absent one, and changes nothing', async () => {
    const who = await twoChildren()
    expect(await send(who, who.named, who.rowId)).toEqual(notFound)
    expect(await send(who, who.named, makeUuid())).toEqual(notFound)
    if (url.endsWith('/review')) {
      expect(await send(who, who.named, who.rowId, false)).toEqual(notFound)
      expect(await send(who, who.named, makeUuid(), false)).toEqual(notFound)
    }
    expect(await reviewOf(who)).toBeNull()
    // Under its own person it still takes effect: nothing had ended it.
    expect(await send(who, who.other, who.rowId)).toMatchObject({ kind: 'redirect' })
  })
})
