import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { turnOf } from '#test/turn.ts'
import { setStage } from '../routes/stage.ts'
import { recordRoutes } from '../routes/tables.ts'
import { tell } from '../routes/tell.ts'
import { type Reader, readerOf } from './contents.ts'
import { cutAndSendAgain } from './cutAndSendAgain.ts'
import { failEach } from './failEach.ts'
import { statementFaults } from './statementFaults.ts'
import { send, type Trial } from './trial.ts'
import { writes } from './writes.ts'

/** One statement in so many is failed, another one at each write; 1 fails every statement, in some ten minutes. */
const STEP = Number(process.env['KITH_STATEMENTS'] ?? 100)
/** Over how many days the writes are spread; all at once where every statement is failed. */
const DAYS = Math.min(STEP, 4)
/** Of how many of these one is cut as well. */
const CUT = Math.min(STEP, 4)

const faults = statementFaults()
const record = await testRecord(2)
faults.within(record.superuserUrl)
let stage: Awaited<ReturnType<typeof setStage>>
let reader: Reader
let trial: Trial
let statements = 0
beforeAll(async () => {
  stage = await setStage(record)
  reader = await readerOf(record.superuserUrl)
  trial = { stage, faults, reader }
})
afterAll(async () => {
  faults.end()
  await reader.end()
  process.stdout.write(`${writes.length} writes, ${statements} statements failed\n`)
})

const turns = turnOf(writes, DAYS).map((write, place) => ({
  ...write,
  first: place % STEP,
  isCut: place % CUT === 0,
}))

describe('a write in which one statement fails', () => {
  it('is listed for each form of the route table', () => {
    const tried = new Set(writes.map(({ name }) => name.split(': ')[0]))
    expect(recordRoutes(stage.server, 'POST').filter(({ url }) => !tried.has(url))).toEqual([])
  })

  it('is found out where it is made by halves', async () => {
    const post = async () => {
      const half = () => tell(record, 'family', { reference: makeUuid() })
      const statusCode = await half()
        .then(half)
        .then(
          () => 303,
          () => 503,
        )
      return { statusCode, body: 'Try again', headers: {} } as LightMyRequestResponse // the parts of it that are looked at
    }
    const visitors = { ...stage.visitors, holder: { ...stage.visitors.holder, post } }
    const { wrong } = await failEach(
      { ...trial, stage: { ...stage, visitors } },
      { by: 'holder', url: '/', fields: {} },
      true,
      { first: 0, step: 1 },
    )
    expect(wrong).toContain('statement 4 (53100): wrote {"audit.entry":1,"record.family":1}')
  })

  it.each(turns)(
    'leaves nothing half done, and can be sent again: $name',
    async ({ fill, repeats, first, isCut }) => {
      const isRepeating = repeats !== undefined
      // The first of a kind may do more than those that follow: a setting is added once, and then changed.
      await send(trial, { filled: await fill(stage), key: makeUuid() })
      const failed = await failEach(trial, await fill(stage), isRepeating, { first, step: STEP })
      statements += Math.ceil((failed.statements - first) / STEP)
      expect(failed.wrong).toEqual([])
      expect(failed.statements).toBeGreaterThanOrEqual(6)
      expect(failed.change).not.toEqual({})
      if (isCut) expect(await cutAndSendAgain(trial, () => fill(stage), failed, isRepeating)).toEqual([])
    },
  )
})
