import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SUBMISSION_FIELD } from '#platform/http'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { turnOf } from '#test/turn.ts'
import { atOnce } from './ask.ts'
import { sendRoutes } from './sendRoutes.ts'
import type { Filled, SendRoute, Stage } from './shapes.ts'
import { setStage } from './stage.ts'
import { recordRoutes } from './tables.ts'
import { counterOf, grown } from './tally.ts'

const ROUNDS = Number(process.env['KITH_SENDINGS'] ?? 1)
/** Over how many days the forms are spread. */
const DAYS = ROUNDS > 1 ? 1 : 3
/** Of how many forms one is sent several times at once, which one mechanism of the platform stands for; each in longer runs. */
const AT_ONCE = ROUNDS > 1 ? 1 : 4

const record = await testRecord(6)
const counter = await counterOf(record.superuserUrl)
afterAll(counter.end)
let stage: Awaited<ReturnType<typeof setStage>>
beforeAll(async () => {
  stage = await setStage(record)
})

const send = ({ visitors }: Stage, filled: Filled, key: string, more: Filled['fields'] = {}) =>
  visitors[filled.by].post(filled.url, { ...filled.fields, ...more, [SUBMISSION_FIELD]: key })

/** Sends a form so often at once under one key and tells what came of it. */
async function sendAtOnce(route: SendRoute, times: number) {
  const filled = await route.fill(stage)
  const before = await counter.tally()
  const key = makeUuid()
  const answers: string[] = []
  await atOnce(Array.from({ length: times }), times, async () => {
    const { statusCode, headers } = await send(stage, filled, key)
    answers.push(`${statusCode} ${headers.location}`)
  })
  return { filled, key, answers: new Set(answers), effect: grown(before, await counter.tally()) }
}

describe('sending a form again', () => {
  it('has a filled form for each route that takes one', () => {
    const routes = recordRoutes(stage.server, 'POST').map(route => route.url)
    expect(routes.filter(url => sendRoutes[url] === undefined)).toEqual([])
    expect(Object.keys(sendRoutes).filter(url => !routes.includes(url))).toEqual([])
  })

  it('tries every form that is not made to be sent again and again', () => {
    const repeating = Object.entries(sendRoutes).filter(([, { repeats }]) => repeats !== undefined)
    expect(repeating.map(([url]) => url)).toEqual([
      '/people/:personId/family-access/:accountId/invitation',
      '/people/:personId/family-access/:accountId/card',
      '/drafts/:form/:recordKey',
      '/drafts/:form/:recordKey/discard',
      '/people',
      '/people/possible-duplicates',
      '/administration/invited',
      '/people/:personId/give-reference',
    ])
  })

  const once = Object.entries(sendRoutes).filter(([, { repeats }]) => repeats === undefined)
  const places = turnOf(once, DAYS).map(([url, route], place) => [url, route, place % AT_ONCE === 0] as const)
  it.each(places)('has one effect at %s', async (_url, route, isManyAtOnce) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const single = await sendAtOnce(route, 1)
      expect([...single.answers].join()).toMatch(/^303 \//)
      if (route.leavesNoRow !== true) expect(single.effect).not.toEqual({})
      const before = await counter.tally()
      const again = await send(stage, single.filled, single.key)
      expect(single.answers).toEqual(new Set([`${again.statusCode} ${again.headers.location}`]))
      const changed = await send(stage, single.filled, single.key, { another_answer: 'Something else' })
      expect(changed.statusCode).toBe(409)
      expect(changed.body).toContain('Something else')
      expect(grown(before, await counter.tally())).toEqual({})
      if (!isManyAtOnce) continue
      const many = await sendAtOnce(route, 2 + (round % 4) + 1)
      expect(many.answers.size).toBe(1)
      expect([...many.answers].join()).toMatch(/^303 \//)
      expect(many.effect).toEqual(single.effect)
    }
  })
})
