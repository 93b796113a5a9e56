import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AccessTables } from '#modules/access'
import type { AgenciesTables } from '#modules/agencies'
import type { CaseworkTables } from '#modules/casework'
import type { PeopleTables } from '#modules/people'
import { serviceActor, type Work } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../modules.ts'
import { invitedPerson } from './invitedPerson.ts'
import { makeDemo } from './makeDemo.ts'
import { personas } from './personas.ts'

type Tables = AccessTables & AgenciesTables & CaseworkTables & PeopleTables

registerModules()
const record = await testRecord()
const read = <R>(fn: (work: Work) => Promise<R>) => record.as(serviceActor('verifier'), fn)
const guide = readFileSync('docs/demo.md', 'utf8')

/** The county without anybody but those who are told by hand. */
beforeAll(async () => {
  const authority = { code: '989', name: 'Northmarsh County Council' }
  const today = Temporal.PlainDate.from('2026-11-22')
  await makeDemo({ database: record.database, authority, children: 1, seed: 5, today })
}, 120_000)

/** "C100003 to C100005" counts three. */
function numbersIn(text: string, letter: 'C' | 'F'): string[] {
  const found: string[] = []
  for (const [, from = '', to] of text.matchAll(new RegExp(`${letter}(\\d+)(?: to ${letter}(\\d+))?`, 'g')))
    for (let number = Number(from); number <= Number(to ?? from); number += 1)
      found.push(`${letter}${number}`)
  return found
}

const rows = guide
  .split('\n')
  .filter(line => /^\| .*C1\d{5}/.test(line))
  .map(line => {
    const [, families = '', children = '', words = ''] = line.split('|')
    return { families: numbersIn(families, 'F'), children: numbersIn(children, 'C'), words }
  })

const childrenAndFamilies = () =>
  read(work =>
    work
      .db<Tables>()
      .selectFrom('person_identifier as number')
      .leftJoin('merge', 'merge.survivor_id', 'number.person_id')
      .leftJoin('family_member as member', join =>
        join.on(({ or, eb }) =>
          or([
            eb('member.person_id', '=', eb.ref('number.person_id')),
            eb('member.person_id', '=', eb.ref('merge.merged_id')),
          ]),
        ),
      )
      .leftJoin('family', 'family.id', 'member.family_id')
      .select(['number.value', 'family.reference'])
      .where('number.kind', '=', 'la_child_id')
      .orderBy('number.value')
      .execute(),
  )

describe('the guide to the county', () => {
  test('names every child of a story once, and nobody else', async () => {
    const told = [...new Set((await childrenAndFamilies()).map(({ value }) => value))]
    expect(rows.flatMap(({ children }) => children).toSorted()).toEqual(told)
  })

  test('names the families that the children of each row are in', async () => {
    const found = await childrenAndFamilies()
    const familiesOf = (children: readonly string[]) =>
      [
        ...new Set(found.flatMap(row => (children.includes(row.value) ? (row.reference ?? []) : []))),
      ].toSorted()
    expect(rows.map(({ families }) => families)).toEqual(rows.map(({ children }) => familiesOf(children)))
  })

  test('names people as the county has them', async () => {
    const names = await read(work =>
      work.db<Tables>().selectFrom('person_name').select(['given', 'family']).execute(),
    )
    const plain = (text: string) => text.replaceAll('’', "'")
    const people = new Set(names.map(({ given, family }) => plain(`${given} ${family}`)))
    for (const { name } of personas) people.add(name)
    const families = new Set([...people].map(name => name.slice(name.indexOf(' ') + 1)))
    const pairs = [...plain(guide).matchAll(/(?<![\p{L}'])(\p{Lu}[\p{L}'-]+) (?=(\p{Lu}[\p{L}'-]+))/gu)]
    const unknown = pairs
      .map(([, given = '', family = '']) => ({ given, family }))
      .filter(({ family }) => families.has(family))
      .map(({ given, family }) => `${given} ${family}`)
      .filter(name => !people.has(name))
    expect(unknown).toEqual([])
    const bold = [...guide.matchAll(/As \*\*(.+?)\*\*/g)].map(([, name = '']) => name)
    expect(bold.length).toBeGreaterThan(10)
    expect(bold.filter(name => ![...personas, invitedPerson].some(persona => persona.name === name))).toEqual(
      [],
    )
  })

  test('numbers what to try in order', () => {
    const numbers = [...guide.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
    expect(numbers).toEqual(numbers.map((_, place) => place + 1))
  })
})

describe('what the guide shows', () => {
  test('openings: one reviewed late, one not justified, one that waits', async () => {
    const openings = await read(work =>
      work
        .db<Tables>()
        .selectFrom('access.opening as opening')
        .leftJoin('access.opening_review as review', 'review.opening_id', 'opening.id')
        .select(['opening.opened_at', 'review.outcome', 'review.reviewed_at'])
        .orderBy('opening.opened_at')
        .execute(),
    )
    expect(openings.map(({ outcome }) => outcome)).toEqual(['justified', 'not_justified', null])
    const [late] = openings
    const days = late?.reviewed_at?.since(late.opened_at).total('days')
    expect(days).toBeGreaterThan(1.5)
  })

  test('conflicts that stand and one that ended, and two managers and a worker who are covered', async () => {
    const [conflicts, covers] = await read(async work => [
      await work.db<Tables>().selectFrom('access.conflict').select(['ended_by']).execute(),
      await work
        .db<Tables>()
        .selectFrom('post')
        .select(['started_on', 'ended_on'])
        .where('covers_post_id', 'is not', null)
        .execute(),
    ])
    expect(conflicts.filter(one => one.ended_by === null)).toHaveLength(3)
    expect(conflicts.filter(one => one.ended_by !== null)).toHaveLength(2)
    expect(covers).toHaveLength(3)
  })

  test('a chronology for court: lines as copied, hidden, merged, reworded, and another agency’s own', async () => {
    const lines = await read(work =>
      work.db<Tables>().selectFrom('court_chronology_line').selectAll().execute(),
    )
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.some(line => line.is_hidden && line.hidden_reason)).toBe(true)
    expect(lines.some(line => line.merged_into)).toBe(true)
    expect(lines.some(line => line.source_event !== null && line.source_event !== line.event)).toBe(true)
    expect(lines.filter(line => line.is_other_agency)).toHaveLength(2)
    expect(lines.filter(line => line.curated_by === null).length).toBeGreaterThan(5)
  })

  test('one pair merged, one that waits, and twins who are two', async () => {
    const [merges, apart] = await read(async work => [
      await work.db<Tables>().selectFrom('merge').select('merged_at').execute(),
      await work.db<Tables>().selectFrom('not_same_person').select('why').execute(),
    ])
    expect(merges.map(({ merged_at }) => merged_at !== null).toSorted()).toEqual([false, true])
    expect(apart).toHaveLength(1)
  })

  test('ties with their strength and direction, and opinions', async () => {
    const [ties, opinions] = await read(async work => [
      await work
        .db<Tables>()
        .selectFrom('ecomap_link')
        .select(['strength', 'direction', 'ended_on'])
        .execute(),
      await work.db<Tables>().selectFrom('relationship_quality').select('quality').execute(),
    ])
    expect(new Set(ties.map(({ strength }) => strength)).size).toBe(4)
    expect(new Set(ties.map(({ direction }) => direction)).size).toBe(4)
    expect(ties.some(({ ended_on }) => ended_on !== null)).toBe(true)
    expect(new Set(opinions.map(({ quality }) => quality)).size).toBeGreaterThan(3)
  })

  test('parents in conflict, a pregnancy that ended, and identical twins', async () => {
    const [adults, pregnancies, twins] = await read(async work => [
      await work
        .db<Tables>()
        .selectFrom('adult_relationship_quality')
        .select('quality')
        .where('ended_on', 'is', null)
        .execute(),
      await work.db<Tables>().selectFrom('pregnancy_end').select('kind').execute(),
      await work.db<Tables>().selectFrom('twin_likeness').select('likeness').execute(),
    ])
    expect(adults).toEqual([{ quality: 'conflict' }])
    expect(pregnancies).toEqual([{ kind: 'miscarriage' }])
    expect(twins).toEqual([{ likeness: 'identical' }])
  })

  test('how the school nurse comes in, by keys that the guide prints', () => {
    const { name, email, passphrase, secret } = invitedPerson
    for (const printed of [name, email, passphrase, secret]) expect(guide).toContain(printed)
  })
})
