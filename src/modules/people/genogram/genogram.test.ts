import { describe, expect, test } from 'vitest'
import { makeUuid, type Uuid } from '#platform/ids'
import { byAge } from '../queries/familyOf.ts'
import type { PersonSummary } from '../queries/personSummaries.ts'
import type { RelationshipKind } from '../rules/relationshipWords.ts'
import { genogram } from './genogram.ts'
import { layoutGenogram } from './layoutGenogram.ts'
import { type GenogramLink, unionsOf } from './unions.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const day = (text: string | undefined) => (text === undefined ? null : Temporal.PlainDate.from(text))
const person = (
  given: string,
  sex: 'M' | 'F' | null,
  born?: string,
  more: Partial<PersonSummary> = {},
): PersonSummary => ({
  id: makeUuid(),
  displayName: given,
  name: { given, family: 'Drawnley' },
  age: '',
  isUnborn: false,
  isChild: born !== undefined && born > '2009',
  dateOfBirth: day(born),
  dateOfBirthPrecision: 'day',
  expectedDeliveryOn: null,
  diedOn: null,
  sex,
  laChildId: null,
  address: { outcome: 'none' },
  ...more,
})
const link = (
  one: PersonSummary,
  kind: RelationshipKind,
  other: PersonSummary,
  holds = true,
): GenogramLink => ({
  personId: one.id,
  otherId: other.id,
  kind,
  holds,
})

const mother = person('Una', 'F', '1990-01-01')
const father = person('Odo', 'M', '1988-01-01')
const second = person('Rolf', 'M', '1985-01-01', { diedOn: day('2020-06-06') })
const grandmother = person('Ida', 'F', '1960-01-01')
const eldest = person('Abel', 'M', '2010-01-01')
const twinOne = person('Bea', 'F', '2012-01-01')
const twinTwo = person('Cass', null, '2012-01-01')
const half = person('Dov', 'M', '2018-01-01')
const unborn = person('', null, undefined, {
  name: null,
  isUnborn: true,
  expectedDeliveryOn: day('2027-01-01'),
})
const fostered = person('Ezra', 'M', '2016-01-01')
const adopted = person('Fay', 'F', '2014-01-01')
const children = [eldest, twinOne, twinTwo]
const people = [mother, father, second, grandmother, ...children, half, unborn, fostered, adopted]
const links: readonly GenogramLink[] = [
  link(grandmother, 'mother', mother),
  ...children.flatMap(child => [link(mother, 'mother', child), link(father, 'father', child)]),
  link(mother, 'mother', half),
  link(second, 'father', half),
  link(mother, 'mother', unborn),
  link(mother, 'foster_carer', fostered),
  link(mother, 'adoptive_parent', adopted),
  link(twinOne, 'twin', twinTwo),
  link(mother, 'spouse', father, false),
  link(mother, 'partner', second, false),
]
const drawn = String(
  genogram({
    people,
    links,
    households: [{ label: 'Una’s home', personIds: [mother.id, ...children.map(({ id }) => id)] }],
    indexIds: new Set(children.map(({ id }) => id)),
    today,
  }),
)
const count = (text: string, html = drawn): number => html.split(text).length - 1
const ids = (list: readonly PersonSummary[]): ReadonlySet<Uuid> => new Set(list.map(({ id }) => id))

describe('the lines', () => {
  const unions = unionsOf(ids(people), links)
  const unionOf = (parents: readonly PersonSummary[], bond = 'birth') =>
    unions.find(
      union =>
        union.parents.length === parents.length &&
        parents.every(({ id }) => union.parents.includes(id)) &&
        union.children.every(child => child.bond === bond),
    )

  test('children of one couple share theirs, half-siblings another', () => {
    expect(unionOf([mother, father])?.children.map(({ id }) => id)).toEqual(children.map(({ id }) => id))
    expect(unionOf([mother, second])?.children.map(({ id }) => id)).toEqual([half.id])
    expect(unionOf([mother], 'foster')?.children.map(({ id }) => id)).toEqual([fostered.id])
    expect(unionOf([mother], 'adopted')?.children.map(({ id }) => id)).toEqual([adopted.id])
  })
  test('an ended marriage is a divorce, an ended partnership a separation', () => {
    expect([unionOf([mother, father])?.couple, unionOf([mother, second])?.couple]).toEqual([
      'divorced',
      'separated',
    ])
  })
  test.each([
    ['spouse', true, 'married'],
    ['partner', true, 'living_together'],
    ['former_partner', true, 'separated'],
  ] as const)('a %s makes the couple %s %s', (kind, holds, couple) => {
    expect(unionsOf(ids([mother, father]), [link(mother, kind, father, holds)])).toMatchObject([
      { couple, children: [] },
    ])
  })
  test('siblings whose parents are not shown hang together', () => {
    const [one, two, three] = [eldest, half, unborn]
    const found = unionsOf(ids([one, two, three]), [link(one, 'sibling', two), link(three, 'sibling', two)])
    expect(found.map(({ parents, children: hung }) => [parents.length, hung.length])).toEqual([[0, 3]])
  })
  test('nobody hidden leaves a trace', () => {
    const seen = unionsOf(ids([mother, eldest]), links)
    expect(seen.map(({ parents, children: hung }) => [parents, hung.map(({ id }) => id)])).toEqual([
      [[mother.id], [eldest.id]],
    ])
  })
})

describe('the places', () => {
  const ordered = [...people].sort(byAge)
  const layout = layoutGenogram(ordered, unionsOf(ids(people), links), links)
  const at = (of: PersonSummary) => layout.people.get(of.id) ?? { x: Number.NaN, y: Number.NaN }

  test('generations stand in rows, the older above', () => {
    expect(at(grandmother).y).toBeLessThan(at(mother).y)
    expect(new Set([mother, father, second].map(one => at(one).y)).size).toBe(1)
    expect(new Set([...children, half].map(one => at(one).y)).size).toBe(1)
    expect(at(mother).y).toBeLessThan(at(eldest).y)
  })
  test('children of one line stand from the eldest on the left', () => {
    const xs = children.map(child => at(child).x)
    expect(xs).toEqual([...xs].sort((a, b) => a - b))
  })
  test('nobody stands on anybody else', () => {
    const spots = people.map(at)
    for (const [index, one] of spots.entries())
      for (const other of spots.slice(index + 1))
        expect(Math.abs(one.x - other.x) >= 120 || Math.abs(one.y - other.y) >= 100).toBe(true)
  })
  test('partners stand side by side', () => {
    const step = at(mother).x - at(father).x
    expect(Math.abs(step)).toBeLessThan(200)
    expect(Math.abs(at(second).x - at(mother).x)).toBe(Math.abs(step))
  })
  test('no two lines that would meet run at one height', () => {
    const lines = unionsOf(ids(people), links).flatMap(union => {
      const [one, other] = union.parents.flatMap(id => layout.people.get(id)?.x ?? [])
      const lane = layout.lanes.couple.get(union.id)
      return one === undefined || other === undefined || lane === undefined
        ? []
        : [{ lane, from: Math.min(one, other), to: Math.max(one, other) }]
    })
    expect(lines).toHaveLength(2)
    for (const [index, one] of lines.entries())
      for (const two of lines.slice(index + 1))
        expect(one.lane !== two.lane || one.to < two.from || two.to < one.from).toBe(true)
  })
  test('a family of thirty is placed without error', () => {
    const crowd = Array.from({ length: 30 }, (_, index) =>
      person(`P${index}`, index % 2 ? 'M' : 'F', `19${60 + index}-01-01`),
    )
    const tangle = crowd.flatMap((one, index) =>
      [crowd[index * 2 + 1], crowd[index * 2 + 2]].flatMap(child =>
        child ? [link(one, 'parent', child)] : [],
      ),
    )
    expect(layoutGenogram(crowd, unionsOf(ids(crowd), tangle), tangle).people.size).toBe(30)
  })
  test('a circle of parents, which only a mistake can record, is drawn all the same', () => {
    const circle = [link(mother, 'mother', father), link(father, 'father', mother)]
    expect(
      layoutGenogram([mother, father], unionsOf(ids([mother, father]), circle), circle).people.size,
    ).toBe(2)
  })
})

describe('the drawing', () => {
  test('has the shape of each', () => {
    expect(['square', 'circle', 'diamond', 'triangle'].map(shape => count(`data-shape="${shape}"`))).toEqual([
      5, 4, 1, 1,
    ])
  })
  test('marks death, the children it is about, ages and years', () => {
    expect(count('data-mark="died"')).toBe(1)
    expect(count('class="kith-genogram__symbol"')).toBe(people.length + children.length)
    expect(drawn).toContain('>16</text>')
    expect(drawn).toContain('>2020</text>')
  })
  test('draws bonds and couples by the conventions', () => {
    expect(
      ['couple-divorced', 'couple-separated', 'slash', 'child-foster', 'child-adopted', 'household'].map(
        mark => count(`data-mark="${mark}"`) > 0,
      ),
    ).toEqual(Array.from({ length: 6 }, () => true))
    expect(count('data-mark="slash"')).toBe(3)
  })
  test('twins leave the line from one point', () => {
    const starts = [...drawn.matchAll(/data-mark="child-birth" d="M ([\d.]+ [\d.]+) L/g)].map(
      ([, start]) => start,
    )
    expect(starts.length - new Set(starts).size).toBe(1)
  })
  test('carries no style and has a title and a description', () => {
    expect(drawn).not.toMatch(/\sstyle=/)
    expect(drawn).toContain('<title id="genogram-title">Family drawing as at 22 November 2026</title>')
    expect(drawn).toMatch(/<desc id="genogram-description">11 people, of whom \d under 18/)
  })
  test('escapes names', () => {
    const sly = person('<script>', 'F', '2001-01-01')
    expect(
      String(genogram({ people: [sly], links: [], households: [], indexIds: new Set(), today })),
    ).not.toContain('<script>')
  })
  test('shows the day it is asked for: ages then, who was born or on the way, and who had not died', () => {
    const on = Temporal.PlainDate.from('2017-09-01')
    const then = String(genogram({ people, links, households: [], indexIds: new Set(), today: on }))
    expect(then).toContain(`data-person="${half.id}" data-shape="triangle"`) // born four months later: carried then
    expect(then).not.toContain('>2018</text>')
    expect(then).not.toContain(`data-person="${unborn.id}"`)
    expect(then).not.toContain('data-mark="died"')
    expect(then).toContain('>27</text>')
  })
  test('writes when a couple began and ended on its line', () => {
    const startedOn = Temporal.PlainDate.from('2008-05-05')
    const endedOn = Temporal.PlainDate.from('2014-02-01')
    const couple = { ...link(mother, 'spouse', father, false), startedOn, endedOn }
    expect(unionsOf(ids([mother, father]), [couple])[0]?.dates).toBe('2008 to 2014')
    const still = { ...link(mother, 'spouse', father), startedOn }
    expect(unionsOf(ids([mother, father]), [still])[0]?.dates).toBe('2008')
  })
  test('draws opinions only when given, each in its own line', () => {
    expect(drawn).not.toContain('data-quality')
    const qualities = (['close', 'conflict', 'distant', 'cut_off'] as const).map((quality, index) => ({
      personId: mother.id,
      otherId: people[index + 3]?.id ?? mother.id,
      quality,
    }))
    const opinions = String(
      genogram({ people, links, households: [], indexIds: new Set(), today, qualities }),
    )
    const lines = [...opinions.matchAll(/data-quality="(\w+)">(.*?)<\/g>/gs)].map(([, kind, inside = '']) => [
      kind,
      inside.split('<path').length - 1,
    ])
    expect(lines).toEqual([
      ['close', 2],
      ['conflict', 1],
      ['distant', 1],
      ['cut_off', 4],
    ])
    expect(opinions).toContain('4 opinions of how people stand')
  })
})
