import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { clockDifferences, storedClocks } from '#modules/casework'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { conferenceRoutes } from '../conference/index.ts'
import { sharePanel } from './pages/sharePanel.ts'
import { testPart } from './testing/shareStage.ts'
import { sharingWorld } from './testing/sharingWorld.ts'

const record = await testRecord()
registerModules()
const { worker, clerk, ask, family, report, composed, copyFor, approve } = await sharingWorld(record)

describe('time to answer', () => {
  test('a report later than the last day is given with a reason alone, which the sending page and the conference show', async () => {
    const of = await family(2)
    const id = await report(of, [testPart('One', 'Plain words')])
    const copy = copyFor(await composed(id, { [of.mother]: ['One'] }), of.mother)
    await approve(worker, copy)
    const give = (sent: Record<string, string>) =>
      ask(clerk, 'POST', '/copies/:copyId/give', {
        params: { copyId: copy.id },
        sent: { way: 'by_hand', ...sent },
      })
    expect(contentOf(await give({}))).toContain('later than the last day')
    await give({ late: 'The printer broke' })
    expect(
      contentOf(
        await ask(worker, 'GET', '/meetings/:meetingId/send', { params: { meetingId: of.meetingId } }),
      ),
    ).toContain('The printer broke')
    const workspace = await askPage(record.as, conferenceRoutes)(
      worker,
      'GET',
      '/meetings/:meetingId/conference',
      {
        params: { meetingId: of.meetingId },
      },
    )
    expect(contentOf(workspace)).toMatch(/Late: The printer broke[\s\S]*Not shared/)
  })
})

describe('the clock of a report', () => {
  test('is met by whoever sends the last copy, business support too, and agrees with the facts', async () => {
    const of = await family()
    const standing = async () => {
      const stored = await record.as(worker, work => storedClocks(work, [of.girl, of.boy]))
      return stored
        .filter(({ definitionId }) => definitionId === 'ICPC_REPORT_FAMILY')
        .map(({ outcome }) => outcome)
    }
    expect(await standing()).toEqual(['open', 'open'])
    const id = await report(of, [
      testPart('One', 'Plain words'),
      testPart('Hers', 'For her', { personIds: [of.girl] }),
    ])
    const copies = await composed(id, { [of.mother]: ['One'], [of.father]: ['One'], [of.girl]: ['Hers'] })
    for (const person of [of.mother, of.father, of.girl]) {
      const copy = copyFor(copies, person)
      await approve(worker, copy)
      await ask(clerk, 'POST', '/copies/:copyId/give', {
        params: { copyId: copy.id },
        sent: { way: 'by_hand' },
      })
    }
    expect(await standing()).toEqual(['on_time', 'on_time'])
    expect(await record.as(worker, work => clockDifferences(work, [of.girl, of.boy]))).toEqual([])
  })
})

describe('the board', () => {
  test('counts nobody whose last day is still to come, and whoever had nothing by theirs', async () => {
    const people = async () => {
      const said = contentOf(await ask(worker, 'GET', '/sharing'))
      return Number(/% of (\d+) people had/.exec(said)?.[1] ?? 0)
    }
    const before = await people()
    await family()
    expect(await people()).toBe(before)
    await family(2)
    expect(await people()).toBe(before + 3)
  })
})

describe('a director', () => {
  test('reads no meeting, and is told how many had their time, by team: on the first page and the board', async () => {
    const director = await record.makers.worker({ class: 'director' })
    const board = async (actor = director) => contentOf(await ask(actor, 'GET', '/sharing'))
    const before = await board(worker)
    const counted = await board()
    expect(counted).toContain(/\d+% of \d+ people had their time/.exec(before)?.[0] ?? 'nothing')
    const panel = await record.as(director, async work => `${await sharePanel(work)}`)
    expect(panel).toMatch(/<strong>\d+% of \d+ people<\/strong>/)
    expect(panel).toContain('href="/sharing"')
    expect(await record.as(worker, work => sharePanel(work))).toBeNull()
    for (const name of ['Madeup</', 'Ebba', 'Signe']) expect(panel).not.toContain(name)
  })

  test('is told of nobody who is kept from them', async () => {
    const director = await record.makers.worker({ class: 'director' })
    const people = async () => {
      const panel = await record.as(director, async work => `${await sharePanel(work)}`)
      return Number(/% of (\d+) people/.exec(panel)?.[1] ?? 0)
    }
    const of = await family(2)
    const all = await people()
    await record.makers.restriction({ subjectId: of.boy, members: [worker.id] })
    expect(await people()).toBe(all - 3)
  })

  test('alone asks the database to count', async () => {
    const asked = record.as(worker, work =>
      sql`select * from access.time_given('2026-01-01', '2026-12-31')`.execute(work.db()),
    )
    await expect(asked).rejects.toMatchObject({ code: '42501' })
  })
})
