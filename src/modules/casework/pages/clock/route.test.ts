import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { shippedClockSettings } from '#reference'
import { testRecord } from '#test/record.ts'
import { clockChain } from '../../clocks/clockChain.ts'
import { insertClocks } from '../../commands/writeClocks.ts'
import type { CaseworkTables } from '../../tables.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { clockRoute } from './route.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, [clockRoute])
const storyteller = serviceActor('storyteller')
const day = (text: string) => Temporal.PlainDate.from(text)

/** A child on a plan since 5 January 2026, seen on the 19th at 3:30pm and, late, on 4 February; three runs of the visit clock. */
async function seenTwice() {
  const worker = await makers.worker()
  const personId = await makers.person()
  await makers.allocation({ personId, teamId: await makers.team(), workerId: worker.id })
  const visits = ['2026-01-19T15:30:00Z', '2026-02-04T10:00:00Z'].map(at => {
    const moment = Temporal.Instant.from(at)
    return { id: makeUuid(), noteId: makeUuid(), on: day(at.slice(0, 10)), at: moment }
  })
  const trigger = { id: makeUuid(), on: day('2026-01-05') }
  const chain = clockChain(
    { personId, clock: 'CP_VISIT', triggerKind: 'cp_plan', trigger, events: visits },
    shippedClockSettings,
  )
  const clocks = chain.map(clock => ({ ...clock, id: makeUuid() }))
  await record.as(storyteller, async work => {
    const db = work.db<CaseworkTables>()
    for (const { id, noteId, at } of visits) {
      const said = { kind: 'visit', happened_at: at } as const
      await db
        .insertInto('note')
        .values({ ...said, id: noteId, author_id: worker.id, body: 'Invented', person_ids: [personId] })
        .execute()
      await db
        .insertInto('note_person')
        .values({ ...said, id, note_id: noteId, person_id: personId, outcome: 'held', was_seen: true })
        .execute()
    }
    await insertClocks(work, clocks)
  })
  const page = async (run: number) =>
    contentOf(await ask(worker, 'GET', '/clocks/:clockId', { params: { clockId: clocks[run]?.id ?? '' } }))
  return { clocks, visits, page }
}

const wordsOf = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test('a clock that starts again says what restarted it and when, and shows the runs before', async () => {
  const { clocks, visits, page } = await seenTwice()
  const third = await page(2)
  const words = wordsOf(third)
  expect(words).toContain('Restarted by The visit of 4 February 2026 at 10am, at which the child was seen')
  expect(third).toContain(`href="/notes/${visits[1]?.noteId}"`)
  expect(words).toContain('First started by Child protection plan start, on 5 January 2026')
  expect(words).not.toContain('Child protection plan start, on 4 February 2026')
  expect(words).toContain(
    'The run before this one was due 2 February 2026 and was met late on 4 February 2026; this run is counted from that day.',
  )
  const table = third.split('Earlier runs</h2>')[1]?.split('</table>')[0] ?? ''
  const rows = table
    .split('<tr ')
    .filter(row => row.includes('/clocks/'))
    .map(row => wordsOf(`<${row}`).trim())
  expect(rows).toEqual([
    '19 January 2026 2 February 2026 : why it was due then 4 February 2026 Late',
    '5 January 2026 19 January 2026 : why it was due then 19 January 2026 In time',
  ])
  expect(table).toContain(`/clocks/${clocks[0]?.id}`)
})

test('the first run says what began it, and leads to the one after it', async () => {
  const { clocks, page } = await seenTwice()
  const first = await page(0)
  expect(wordsOf(first)).toContain('Started by Child protection plan start, on 5 January 2026')
  expect(first).not.toContain('Restarted by')
  expect(first).not.toContain('Earlier runs')
  expect(first).toContain(`href="/clocks/${clocks[1]?.id}"`)
})
