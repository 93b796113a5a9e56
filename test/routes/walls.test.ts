import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testRecord } from '#test/record.ts'
import { atOnce } from './ask.ts'
import { everyCase } from './cases.ts'
import { type Bench, judging } from './judge.ts'
import { knownWorld } from './knownWorld.ts'
import { nobody, rowsBehind } from './rowsBehind.ts'
import { difference, toldBy } from './sameAnswer.ts'
import { sampled } from './sampled.ts'
import type { StaffName } from './staff.ts'
import { setStage } from './stage.ts'
import { counting, countStatements } from './statements.ts'
import { refugeTexts } from './tellWall.ts'
import { unlogged } from './unlogged.ts'
import { wholeAnswer } from './wholeAnswer.ts'

/** How many requests; all there are when it says as many as the matrix does. */
const REQUESTS = Number(process.env['KITH_ROUTE_REQUESTS'] ?? 600)

const stopCounting = countStatements()
afterAll(stopCounting)
const record = await testRecord(6)
let bench: Bench & Awaited<ReturnType<typeof setStage>>
let knownAt: string
beforeAll(async () => {
  const stage = await setStage(record)
  bench = { ...stage, world: await knownWorld(record.superuserUrl) }
  knownAt = (await record.settled()).toString()
})

/** Works with the child, manages who does, works with the father alone: each is or was named beside him. */
const walled = ['walled', 'walledManager', 'fathersWorker'] as const satisfies readonly StaffName[]
/** Those of them who read the child's record beside that. */
const holding = ['walled', 'walledManager'] as const satisfies readonly StaffName[]

/** Marks that nobody reads but who may know where the mother and her child are. */
const secretMarks = () =>
  bench.county.marks.filter(({ row }) => {
    const { wall, people } = bench.county
    const isTheirs = row.personIds.some(id => id === wall.mother || id === people.guarded.personId)
    return isTheirs && (row.isConfidential === true || row.dataClass === 'C3')
  })

/** What two people are answered, or one in two ways, with the number of statements that each took. */
const answered = async (name: StaffName, url: string, fields?: Readonly<Record<string, string>>) => {
  const visitor = bench.visitors[name]
  const { result, statements } = await counting(async () =>
    fields === undefined ? visitor.get(url) : visitor.post(url, fields),
  )
  return { result, statements, told: toldBy(result) }
}

describe('a wall over every staff route', () => {
  it('keeps what tells where those behind it are from whoever works with the one before it', async () => {
    const { server, county } = bench
    const cases = everyCase(server, county, knownAt, walled).filter(
      ({ whose }) => whose === 'guarded' || whose === 'nobody',
    )
    const { judge, wrong, shown, count, routes } = judging(bench)
    await atOnce(
      sampled(cases, REQUESTS, one => `${one.route} ${one.name === 'fathersWorker'}`),
      4,
      judge,
    )
    const audit = await unlogged(record.superuserUrl, shown, county.marks)
    process.stdout.write(`${count.requests} requests of the walled over ${routes} routes\n`)
    expect({ wrong, unlogged: audit.missing }).toEqual({ wrong: [], unlogged: [] })
  }, 600_000)

  it('answers for each row behind it as for nobody’s, after the same statements', async () => {
    const wrong: string[] = []
    let asked = 0
    for (const name of holding)
      for (const { url, twin, fields } of rowsBehind(bench.county)) {
        const send = fields === undefined ? undefined : fields
        let [one, other] = [await answered(name, url, send), await answered(name, twin, send)]
        if (one.statements !== other.statements)
          // a session that is marked as in use takes one more that time
          [one, other] = [await answered(name, url, send), await answered(name, twin, send)]
        asked += 1
        if (one.told !== other.told) wrong.push(`${name} ${url}: ${difference(one.told, other.told)}`)
        if (one.result.statusCode >= 500) wrong.push(`${name} ${url}: ${one.result.statusCode}`)
        if (one.statements !== other.statements)
          wrong.push(`${name} ${url}: ${one.statements} statements, ${other.statements} for nobody's`)
      }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(20)
  })

  it('tells nothing to a search for what stands behind it', async () => {
    const wrong: string[] = []
    for (const { text, nobody: absent } of refugeTexts) {
      for (const name of walled) {
        const [one, other] = [await searchFor(name, text), await searchFor(name, absent)]
        const [mine, theirs] = [one.told.replaceAll(text, 'TEXT'), other.told.replaceAll(absent, 'TEXT')]
        if (mine !== theirs) wrong.push(`${name} ${text}: ${difference(mine, theirs)}`)
        if (one.statements !== other.statements) wrong.push(`${name} ${text}: other statements`)
      }
      const found = await searchFor('eastHolder', text)
      expect(found.result.body).toContain(`/people/${bench.county.people.guarded.personId}`)
    }
    expect(wrong).toEqual([])
  })

  it('keeps a letter to the refuge and its print from whoever may not know where that is', async () => {
    const { guarded } = bench.county.people
    const own = bench.visitors.eastHolder
    const secret = refugeTexts[0].text
    const begun = await own.post(`/people/${guarded.personId}/letters/new`, {
      ...{ recipient: `person:${bench.county.wall.mother}`, template: 'appointment' },
    })
    const url = String(begun.headers.location)
    const version = async () => /name="version" value="(\d+)"/.exec((await own.get(url)).body)?.[1] ?? ''
    const words = { subject: 'Us', text: 'Come on Monday.', step: 'ready' }
    await own.post(url, { ...words, version: await version() })
    expect(wholeAnswer(await own.get(`${url}/print`))).toContain(secret)
    const sent = await own.post(`${url}/send`, { how: 'post', version: await version() })
    const document = String(sent.headers.location)
    expect(wholeAnswer(await own.get(`${document}/file`))).toContain(secret)
    const ofNobody = (address: string) => address.replace(/[^/]+$/, nobody)
    for (const name of holding) {
      const { get } = bench.visitors[name]
      for (const page of [url, document])
        for (const what of ['', page === url ? '/print' : '/file'])
          expect(toldBy(await get(`${page}${what}`))).toBe(toldBy(await get(`${ofNobody(page)}${what}`)))
    }
  })

  it('stands before nothing that whoever may know reads', async () => {
    const { guarded } = bench.county.people
    const { mother, letterId } = bench.county.wall
    const pages = [
      `/people/${guarded.personId}/details`,
      `/people/${mother}/details`,
      `/people/${guarded.personId}/walls`,
      `/people/${guarded.personId}/family-access`,
      `/people/${guarded.personId}/letters/${letterId}`,
      `/meetings/${guarded.rowIds['sharedMeeting']}/room`,
      `/papers/${guarded.rowIds['paper']}`,
    ]
    const texts = await Promise.all(
      pages.map(async url => wholeAnswer((await answered('eastHolder', url)).result)),
    )
    const missed = secretMarks().filter(({ text }) => !texts.join('\n').includes(text))
    expect(missed.map(({ row }) => row.table)).toEqual([])
    for (const name of walled) {
      const told = await Promise.all(pages.map(async url => wholeAnswer((await answered(name, url)).result)))
      expect(secretMarks().filter(({ text }) => told.join('\n').includes(text))).toEqual([])
    }
  })
})

/** The page of what was found by these words. */
async function searchFor(name: StaffName, text: string) {
  const kept = await bench.visitors[name].post('/people', { text })
  return answered(name, String(kept.headers.location))
}
