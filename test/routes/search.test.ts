import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testRecord } from '#test/record.ts'
import type { Visitor } from '#test/signIn.ts'
import { turnOf } from '#test/turn.ts'
import { mayRead, type Row, type World } from '../oracle/index.ts'
import { atOnce } from './ask.ts'
import { classOf, knownWorld } from './knownWorld.ts'
import { leakFinder } from './leaks.ts'
import { difference, toldBy } from './sameAnswer.ts'
import { type StaffName, staffNames } from './staff.ts'
import { setStage } from './stage.ts'
import { counting, countStatements } from './statements.ts'
import { tell } from './tell.ts'
import { type Shown, unlogged } from './unlogged.ts'

const stopCounting = countStatements()
afterAll(stopCounting)
const record = await testRecord(6)
let stage: Awaited<ReturnType<typeof setStage>>
let world: World
beforeAll(async () => {
  stage = await setStage(record)
  const of = { person_id: stage.county.people.sealed.personId }
  const [name, number] = sealedTexts
  await tell(record, name.table, { ...of, kind: 'birth', family: name.text, is_main: false })
  await tell(record, number.table, { ...of, kind: 'other', value: number.text })
  world = await knownWorld(record.superuserUrl)
})

const searchers = staffNames.filter(name => name !== 'administrator')

/** Of the restricted child, like no other name or number of the county; and of nobody, as long and as unlike. */
const sealedTexts = [
  { table: 'person_name', text: 'Quovitzham', nobody: 'Zebruckolt' },
  { table: 'person_identifier', text: 'XK77190442', nobody: 'WR33658017' },
] as const

/** Every way in which somebody may ask for a person by what is known of them: the answers, in order. */
async function everySearch(visitor: Visitor, text: string, mayAdd: boolean) {
  const kept = await visitor.post('/people', { text })
  const results = String(kept.headers.location)
  const answers = [
    await visitor.get(results),
    await visitor.get(`${results}&format=csv`),
    await visitor.get(`${results}&show=children`),
  ]
  if (!mayAdd) return answers
  const name = { given: 'Childe', family: text }
  return [
    ...answers,
    await visitor.post('/people/possible-duplicates', name, { accept: 'application/json' }),
    await visitor.post('/people/possible-duplicates', { numbers: text }, { accept: 'application/json' }),
    await visitor.post(`/families/${stage.county.people.own.familyId}/members/new`, { text }),
  ]
}

describe('looking for people', () => {
  it(
    'finds nothing of a restricted person, and of others what the oracle lets show',
    async () => {
      const { county, visitors } = stage
      const find = leakFinder(county)
      const wrong: string[] = []
      const shown: Shown[] = []
      let found = 0
      const sealed = county.people.sealed.personId
      const isSealed = (row: Row) => row.personIds.includes(sealed)
      const named = county.marks.filter(({ row }) => row.table === 'person_name').slice(0, 6)
      const numbered = county.marks.filter(({ row }) => row.table === 'person_identifier').slice(0, 3)
      const cases = turnOf(searchers, 3).flatMap(name =>
        [...named, ...numbered].map(mark => ({ name, mark })),
      )
      const search = (name: StaffName, text: string) => {
        const userClass = classOf(world, county.staff.workers[name])
        const mayAdd = userClass === 'practitioner' || userClass === 'duty'
        return counting(() => everySearch(visitors[name], text, mayAdd))
      }
      const readerNamed = (name: StaffName) => {
        const workerId = county.staff.workers[name]
        return { class: classOf(world, workerId), sees: (row: Row) => mayRead(world, workerId, row) }
      }
      await atOnce(cases, 4, async ({ name, mark }) => {
        const { result, correlations } = await search(name, mark.text)
        const body = result.map(answer => answer.body).join('\n')
        const what = `${name} looks for ${mark.row.table}`
        if (body.includes(mark.row.personIds[0] ?? '')) found += 1
        // Outside one's work a search shows initials and a year, of anybody but the restricted.
        const isOutlined = (row: Row) => !isSealed(row) && row.table === 'person'
        for (const leak of find(body, mark.text, readerNamed(name), isOutlined))
          wrong.push(`${what}: shows ${leak}`)
        shown.push({ what, body, correlations })
      })
      const barred = searchers.filter(
        name => !readerNamed(name).sees({ table: 'person', personIds: [sealed] }),
      )
      expect(barred).toHaveLength(searchers.length - 1) // all but the one on the named list
      await atOnce(barred, 4, async name => {
        for (const { table, text, nobody } of sealedTexts) {
          const [one, other] = [await search(name, text), await search(name, nobody)]
          for (const [at, answer] of one.result.entries()) {
            const twin = other.result[at]
            const [mine, theirs] = [
              toldBy(answer).replaceAll(text, 'TEXT'),
              twin === undefined ? '' : toldBy(twin).replaceAll(nobody, 'TEXT'),
            ]
            if (mine !== theirs)
              wrong.push(`${name} looks for a restricted ${table}: ${difference(mine, theirs)}`)
          }
          if (one.statements !== other.statements)
            wrong.push(`${name} looks for a restricted ${table}: another number of statements`)
        }
      })
      const [onTheList] = [await search('named', sealedTexts[0].text)]
      expect(onTheList.result.map(answer => answer.body).join()).toContain(sealed)
      const { missing } = await unlogged(record.superuserUrl, shown, [])
      expect({ wrong, missing }).toEqual({ wrong: [], missing: [] })
      expect(found).toBeGreaterThan(0)
    },
    10 * 60_000,
  )
})
