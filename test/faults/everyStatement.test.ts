import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SUBMISSION_FIELD } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { visit } from '../routes/sendRoutes.ts'
import { setStage } from '../routes/stage.ts'
import { grown, tally } from '../routes/tally.ts'
import { statementFaults } from './statementFaults.ts'

const faults = statementFaults()
afterAll(() => faults.end())
const record = await testRecord(2)
let stage: Awaited<ReturnType<typeof setStage>>
let personId: Uuid
beforeAll(async () => {
  stage = await setStage(record)
  personId = stage.county.people.own.personId
})

const send = (body: string, key: Uuid) =>
  stage.visitors.holder.post(`/people/${personId}/visits/new`, {
    ...visit(personId, body),
    [SUBMISSION_FIELD]: key,
  })

/** What one visit writes, and with how many statements. */
async function whole() {
  const before = await tally(record.superuserUrl)
  faults.cutAfter(Number.POSITIVE_INFINITY)
  expect((await send('Nothing stands in the way', makeUuid())).statusCode).toBe(303)
  const { sent } = faults
  return { sent, effect: grown(before, await tally(record.superuserUrl)) }
}

/** Sends a visit with a fault at each of its statements in turn, and says what became of each. */
async function atEachStatement(set: (statement: number) => void, wanted: readonly number[]) {
  await whole() // a child's first visit moves other clocks than those that follow
  const { sent, effect } = await whole()
  const wrong: string[] = []
  for (let statement = 0; statement < sent; statement += 1) {
    const [body, key] = [`Typed ${makeUuid()}`, makeUuid()]
    const before = await tally(record.superuserUrl)
    set(statement)
    const answer = await send(body, key)
    const wasHit = faults.isCut
    faults.cutAfter(Number.POSITIVE_INFINITY)
    const change = grown(before, await tally(record.superuserUrl))
    const what = `statement ${statement + 1} of ${sent}`
    if (!wasHit) continue
    const isWhole = JSON.stringify(change) === JSON.stringify(effect)
    if (!isWhole && Object.keys(change).length > 0) wrong.push(`${what}: wrote ${JSON.stringify(change)}`)
    if (answer.statusCode !== 303 && !wanted.includes(answer.statusCode))
      wrong.push(`${what}: answered ${answer.statusCode}`)
    // A fault before the form is read can only be answered without it: the page of the form keeps it then.
    if (answer.statusCode !== 303 && statement >= BEFORE_THE_FORM && !answer.body.includes(body))
      wrong.push(`${what}: the text is gone`)
    if (answer.statusCode === 303 && !isWhole) wrong.push(`${what}: said to be saved, and is not`)
    const again = await send(body, key)
    if (again.statusCode !== 303) wrong.push(`${what}: sent again ${again.statusCode}`)
    const after = grown(before, await tally(record.superuserUrl))
    if (JSON.stringify(after) !== JSON.stringify(effect))
      wrong.push(`${what}: after sending it again ${JSON.stringify(after)}`)
  }
  return { wrong, sent }
}

/** Statements that say whose session it is: begin, read, commit, and once a minute the mark that it is in use. */
const BEFORE_THE_FORM = 4

describe('recording a visit while something fails', () => {
  it('is whole or nothing when the connection is cut at any statement', async () => {
    const { wrong, sent } = await atEachStatement(statement => faults.cutAfter(statement), [503])
    expect(wrong).toEqual([])
    expect(sent).toBeGreaterThan(10)
  }, 300_000)

  it('is whole or nothing when the disk is full at any statement, and says what to do', async () => {
    const { wrong } = await atEachStatement(statement => faults.refuseAfter(statement, '53100'), [503, 507])
    expect(wrong).toEqual([])
  }, 300_000)
})
