import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import type { PeopleTables } from '../tables.ts'
import { searchPeople } from './searchPeople.ts'

const record = await testRecord()
const { makers } = record
let worker: Actor
const ids = new Map<string, Uuid>()
let teamId: Uuid

const people: readonly (readonly [label: string, given: string, family: string, born: string])[] = [
  ['briain', 'Aoife', 'Ó Briain', '2015-03-12'],
  ['barrelled', 'Thomasina', 'Ashgrove-Pelham', '2012-07-01'],
  ['elizabeth', 'Elizabeth', 'Wrenfield', '2010-10-10'],
  ['accents', 'Zoë', 'Çelikbaş', '2017-01-31'],
  ['arabic', 'محمد', 'الاختراع', '2016-06-06'],
  ['emoji', 'Star 🌸', 'Blossomley', '2014-04-04'],
  ['catherine', 'Catherine', 'Fairweathersby', '1985-05-05'],
]

const tell = (table: keyof PeopleTables, values: object) =>
  record.as(serviceActor('storyteller'), work =>
    // One insert for several tables is not worth their types in a test.
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto(table)
      .values({ id: makeUuid(), ...values })
      .execute(),
  )
const id = (label: string) => ids.get(label) as Uuid
const hold = async (personId: Uuid) => {
  await makers.family({ children: [personId], adults: 0 })
  await makers.allocation({ personId, teamId, workerId: worker.id })
}

beforeAll(async () => {
  worker = await makers.worker()
  teamId = await makers.team()
  await makers.post({ workerId: worker.id, teamId })
  for (const [label, given, family, born] of people) {
    ids.set(label, await makers.person({ given, family, born }))
    await hold(id(label))
  }
  await tell('person_identifier', { person_id: id('briain'), kind: 'nhs_number', value: '999 000 0018' })
  await tell('person_identifier', { person_id: id('briain'), kind: 'la_child_id', value: 'KTH-00412' })
  await tell('person_address', {
    person_id: id('emoji'),
    lines: '12 Imaginary Rise\nNowhereton',
    postcode: 'ZZ99 3WZ',
  })
})

const search = async (text: string, actor = worker, filter = {}) =>
  (await record.as(actor, work => searchPeople(work, { text, page: 1, filter }))).rows
const foundFirst = async (text: string) => {
  const first = (await search(text))[0]
  return first?.held ? first.person.id : undefined
}

test.each([
  ['Aoife Ó Briain', 'briain'],
  ["o'briain aoife", 'briain'],
  ['OBriain', 'briain'],
  ['briain', 'briain'],
  ['Ashgrove', 'barrelled'],
  ['Pelham Thomasina', 'barrelled'],
  ['ashgrovepelham', 'barrelled'],
  ['Beth Wrenfield', 'elizabeth'],
  ['Liz Renfield', 'elizabeth'],
  ['zoe celikbas', 'accents'],
  ['Kathryn Fairweathersby', 'catherine'],
  ['Fairwethersbee', 'catherine'],
  ['fairweather', 'catherine'],
  ['محمد', 'arabic'],
  ['الاختراع محمد', 'arabic'],
  ['Star Blossomley 🌸', 'emoji'],
  ['Blosomly', 'emoji'],
  ['Zoë 2017', 'accents'],
  ['celikbas 01/2017', 'accents'],
  ['12 March 2015', 'briain'],
  ['9990000018', 'briain'],
  ['999 000 0018', 'briain'],
  ['kth-00412', 'briain'],
  ['KTH00412', 'briain'],
  ['zz99 3wz', 'emoji'],
  ['Blossomley ZZ99', 'emoji'],
  ['12 Imaginary Rise', 'emoji'],
])('finds %s', async (text, label) => {
  expect(await foundFirst(text)).toBe(id(label))
})

test.each([
  ['Zoë 2016'],
  ['Qwrtz Zzyzx'],
  ['31 March 2015'],
  ['Blossomley ZZ98'],
  [''],
  ['🌸'],
  ["%' or 1=1"],
])('finds nobody by %s', async text => expect(await search(text)).toEqual([]))

describe('outside one’s work', () => {
  test('only name and date of birth together name anybody, and then by initials', async () => {
    const stranger = await makers.worker()
    expect(await search('Aoife Ó Briain', stranger)).toEqual([])
    expect(await search('Aoife 12 March 2015', stranger)).toEqual([])
    expect(await search('Briain 12 March 2015', stranger)).toEqual([])
    expect(await search('Aoife Briain 2015', stranger)).toEqual([])
    expect(await search('12 Imaginary Rise', stranger)).toEqual([])
    const outline = [{ held: false, id: id('briain'), initials: 'AOB', birthYear: 2015 }]
    expect(await search("Aoife O'Briain 12 March 2015", stranger)).toEqual(outline)
    expect(await search('KTH00412', stranger)).toEqual(outline)
  })
})

test('a director finds the whole authority, an administrator is refused', async () => {
  const director = await makers.worker({ class: 'director' })
  expect((await search('Wrenfield', director)).map(row => row.held)).toEqual([true])
  const administrator = await makers.worker({ class: 'administrator' })
  await expect(search('Wrenfield', administrator)).rejects.toThrow('permission denied')
})

test('a data-quality officer finds by number and reads no name', async () => {
  const officer = await makers.worker({ class: 'data_quality' })
  expect(await search('Briain', officer)).toEqual([])
  const [row] = await search('KTH-00412', officer)
  expect(row?.held && row.person.displayName).toBe('Child KTH-00412, 11 years')
})

test('filters narrow to children, adults and ages', async () => {
  const found = async (filter: object) => (await search('Fairweathersby', worker, filter)).length
  expect([await found({ show: 'children' }), await found({ show: 'adults' })]).toEqual([0, 1])
  expect([await found({ ages: { from: 40, to: 60 } }), await found({ ages: { from: 0, to: 4 } })]).toEqual([
    1, 0,
  ])
})
