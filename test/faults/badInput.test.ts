import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SUBMISSION_FIELD } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { visit } from '../routes/fills.ts'
import { setStage } from '../routes/stage.ts'
import { counterOf, grown } from '../routes/tally.ts'

const record = await testRecord()
const counter = await counterOf(record.superuserUrl)
afterAll(counter.end)
let stage: Awaited<ReturnType<typeof setStage>>
let personId: Uuid
beforeAll(async () => {
  stage = await setStage(record)
  personId = stage.county.people.own.personId
})

type Fields = Readonly<Record<string, string | readonly string[]>>
const post = (path: string, fields: Fields) => stage.visitors.holder.post(`/people/${path}`, fields)
const sendVisit = (change: Fields) => post(`${personId}/visits/new`, { ...visit(personId), ...change })
const on = (name: string, day: string, month: string, year: string): Fields => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})

/** What was written of the record: one's own drafts are not. */
async function written(run: () => Promise<void>) {
  const before = await counter.tally()
  await run()
  const { 'app.draft': _draft, ...rest } = grown(before, await counter.tally())
  return rest
}

describe('what people send by mistake or in haste', () => {
  it('records a double submit once', async () => {
    const key = makeUuid()
    const twice = { body: `Once ${makeUuid()}`, [SUBMISSION_FIELD]: key }
    const change = await written(async () => {
      const answers = await Promise.all([sendVisit(twice), sendVisit(twice)])
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    })
    expect(change).toMatchObject({ note: 1 })
  })

  it('refuses a visit before the child’s birth and one to come, and shows the text again', async () => {
    const body = `Typed ${makeUuid()}`
    const change = await written(async () => {
      for (const date of [
        on('on', '1', '1', '2015'),
        on('on', '1', '1', '2199'),
        on('on', '31', '2', '2026'),
      ]) {
        const answer = await sendVisit({ ...date, body })
        expect(answer.statusCode).toBe(422)
        expect(answer.body).toContain(body)
      }
    })
    expect(change).toEqual({})
  })

  it('refuses births to come and before 1900, and shows the name again', async () => {
    const change = await written(async () => {
      for (const date of [on('date_of_birth', '1', '1', '2199'), on('date_of_birth', '1', '1', '1850')]) {
        const fields = { given: 'Childe', family: 'Typedley', none_is_same: 'yes', ...date }
        const answer = await post('new', fields)
        expect(answer.statusCode).toBe(422)
        expect(answer.body).toContain('Typedley')
      }
    })
    expect(change).toEqual({})
  })

  it('takes a note of a hundred thousand letters in any script', async () => {
    for (const letter of ['a', 'ß', 'א', '界']) {
      const answer = await sendVisit({ body: letter.repeat(100_000) })
      expect([letter, answer.statusCode]).toEqual([letter, 303])
    }
  })

  it('refuses a million letters with the text on the page, and more than a page can send without', async () => {
    const change = await written(async () => {
      const long = await sendVisit({ body: `Begins here ${'a'.repeat(1_000_000)}` })
      expect(long.statusCode).toBe(422)
      expect(long.body).toContain('Begins here aaa')
      const endless = await sendVisit({ body: 'a'.repeat(1_100_000) })
      expect(endless.statusCode).toBe(413)
    })
    expect(change).toEqual({})
  })

  it('keeps names of any script as they were typed', async () => {
    for (const family of ['عائلة', 'Ó Madeup-Ñandú', '家族', '👩‍👧 Emojiley', 'משפחה', 'O’Inventley'])
      expect(
        (await post(`${personId}/details/name`, { kind: 'alias', given: 'Childe', family })).statusCode,
      ).toBe(303)
    const { body } = await stage.visitors.holder.get(`/people/${personId}/details`)
    for (const family of ['عائلة', 'Ó Madeup-Ñandú', '家族', '👩‍👧 Emojiley', 'משפחה'])
      expect(body).toContain(family)
  })

  it('refuses a NUL in any field, and writes nothing', async () => {
    const change = await written(async () => {
      for (const fields of [{ body: 'a\0b' }, { place: '\0' }, { kind: 'visit\0' }])
        expect((await sendVisit(fields)).statusCode).toBe(400)
      const search = await stage.visitors.holder.post('/people', { text: 'a\0' })
      expect(search.statusCode).toBe(400)
    })
    expect(change).toEqual({})
  })

  it('shows both texts where a form was filled from a fact that has changed since', async () => {
    const { rowIds } = stage.county.people.own
    const url = `${personId}/details/contact/${rowIds['contact']}`
    const stale = { kind: 'mobile', recorded_from: '2020-01-01T00:00:00Z', value: '07700 900222' }
    const change = await written(async () => {
      const answer = await post(url, stale)
      expect(answer.statusCode).toBe(409)
      expect(answer.body).toContain('07700 900222')
      expect(answer.body).toMatch(/Madeup[a-z]{3}ley/)
    })
    expect(change).toEqual({})
  })
})
