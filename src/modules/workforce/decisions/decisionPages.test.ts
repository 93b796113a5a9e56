import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { dated, tellRow } from '../testing/tellRow.ts'
import { decisionsRoutes } from './index.ts'
import { readSafety } from './queries/readCases.ts'

const record = await testRecord()
const { makers } = record
const today = londonDate(Temporal.Now.instant())
const ask = askPage((actor, fn) => record.as(actor, fn), decisionsRoutes)
const text = async (actor: Actor, url: string, asked = {}) => contentOf(await ask(actor, 'GET', url, asked))
const director = await makers.worker({ class: 'director' })
const list = '/workforce/decisions'
const rows = async (table: string) =>
  (
    await record.as(director, work =>
      sql<{
        id: Uuid
        amount: string
      }>`select id, amount from ${sql.table(table)} order by recorded_from`.execute(work.db()),
    )
  ).rows

describe('recommended and decided', () => {
  const recommended = {
    subject: 'Caseloads in safeguarding teams',
    body: 'Cabinet',
    ...dated('meets_on', today.subtract({ days: 20 })),
    item: '10',
    author_role: 'Director of children’s services',
    words: 'Recommended that Cabinet endorse eight more social workers and three service leaders.',
    amount: '462,000',
  }
  const decided = {
    body: 'Cabinet',
    ...dated('decided_on', today.subtract({ days: 20 })),
    item: '10',
    status: 'endorsed_changed',
    words: 'Cabinet endorsed it at the higher sum.',
    amount: '499000',
  }

  test('stand side by side with the difference, and neither overwrites the other', async () => {
    await ask(director, 'POST', `${list}/new`, { sent: recommended })
    const [first] = await rows('recommendation')
    const params = { recommendationId: first?.id ?? '' }
    await ask(director, 'POST', `${list}/:recommendationId/decide`, { params, sent: decided })
    const page = await text(director, `${list}/:recommendationId`, { params })
    for (const words of ['£462,000', '£499,000', '+£37,000, +8.0%']) expect(page).toContain(words)
    expect((await rows('recommendation')).map(({ amount }) => Number(amount))).toEqual([462_000])
    expect(await text(director, list)).toContain('+£37,000, +8.0%')
  })

  test('a correction is a row beside the one it corrects, with its reason', async () => {
    const [first] = await rows('recommendation')
    const params = { recommendationId: first?.id ?? '' }
    const sent = { ...recommended, amount: '463000' }
    expect(
      contentOf(await ask(director, 'POST', `${list}/:recommendationId/correct`, { params, sent })),
    ).toContain('Enter why this is corrected')
    await ask(director, 'POST', `${list}/:recommendationId/correct`, {
      params,
      sent: { ...sent, correction_reason: 'The report was reprinted' },
    })
    const page = await text(director, `${list}/:recommendationId`, { params })
    for (const words of ['£463,000', '£462,000', 'The report was reprinted', '+£36,000'])
      expect(page).toContain(words)
    expect(await rows('recommendation')).toHaveLength(2)
  })

  test('no row is ever changed, by whomever', async () => {
    await expect(
      record.as(director, work => sql`update decision set amount = 1`.execute(work.db())),
    ).rejects.toThrow('permission denied')
    const social = await makers.worker()
    await makers.post({ workerId: social.id, teamId: await makers.team() })
    expect(await ask(social, 'POST', `${list}/new`, { sent: recommended })).toEqual({ kind: 'not_found' })
    expect(await text(social, list)).toContain('£499,000')
  })

  test('a decision to come and a sum below zero are refused', async () => {
    const [first] = await rows('recommendation')
    const params = { recommendationId: first?.id ?? '' }
    const send = async (more: object) =>
      contentOf(
        await ask(director, 'POST', `${list}/:recommendationId/decide`, {
          params,
          sent: { ...decided, ...more },
        }),
      )
    expect(await send(dated('decided_on', today.add({ days: 2 })))).toContain('must be today or in the past')
    expect(await send({ amount: '-1' })).toContain('Amount must be 0 or more')
  })
})

describe('invest to save', () => {
  const url = '/workforce/invest-to-save'
  const start = today.subtract({ days: 200 })

  test('keeps forecast and actual side by side, with safety on the same page, and claims no cause', async () => {
    await ask(director, 'POST', `${url}/new`, {
      sent: {
        title: 'Fewer external homes',
        ...dated('starts_on', start),
        investment: '499000',
        avoids: 'External residential care',
        week_cost: '3000',
        cost_source: 'The authority’s own average',
      },
    })
    const cases = await record.as(director, work =>
      sql<{ id: Uuid }>`select id from invest_case`.execute(work.db()),
    )
    const params = { caseId: cases.rows[0]?.id ?? '' }
    const period = (kind: string, weeks: string) => ({
      kind,
      ...dated('from_day', start),
      ...dated('until_day', start.add({ days: 90 })),
      spent: '120000',
      weeks_avoided: weeks,
      how: 'Against the year before',
    })
    const send = (sent: object) =>
      ask(director, 'POST', `${url}/:caseId/periods/new`, { params, sent: { ...sent } })
    expect(await send(period('forecast', '45'))).toMatchObject({ kind: 'redirect' })
    expect(await send(period('actual', '30'))).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await send(period('actual', '31')))).toContain('covers some of these days')
    const page = await text(director, `${url}/:caseId`, { params })
    for (const words of [
      'Before and after is not proof',
      '166.4 weeks',
      '£135,000',
      '£90,000',
      'Not yet',
      'Safety in the same periods',
      '<svg role="img"',
    ])
      expect(page).toContain(words)
    expect(page).not.toMatch(/because of|caused by|thanks to|saved £/i)
  })

  test('safety counts visits, repeat plans and referrals of the period, and nobody restricted', async () => {
    const [one, other] = [await makers.person(), await makers.person()]
    for (const person_id of [one, other]) {
      await tellRow(record, 'referral', { person_id, received_on: start.subtract({ days: 100 }).toString() })
      await tellRow(record, 'referral', { person_id, received_on: start.add({ days: 5 }).toString() })
      await tellRow(record, 'cp_plan', {
        person_id,
        started_on: start.add({ days: 9 }).toString(),
        previous_plans: person_id === one ? 1 : 0,
      })
    }
    const read = async () =>
      (
        await record.as(director, work => readSafety(work, [{ from: start, until: start.add({ days: 30 }) }]))
      )[0]
    expect(await read()).toMatchObject({ referrals: 2, reReferrals: 2, plans: 2, repeatPlans: 1 })
    await makers.restriction({ subjectId: one })
    expect(await read()).toMatchObject({ referrals: 1, plans: 1, repeatPlans: 0 })
  })
})
