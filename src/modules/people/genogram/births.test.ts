import { describe, expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import type { PersonSummary } from '../queries/personSummaries.ts'
import type { PregnancyEnd } from '../queries/pregnancyEndsAmong.ts'
import type { RelationshipKind } from '../rules/relationshipWords.ts'
import type { TwinLikeness } from '../rules/twinWords.ts'
import { genogram } from './genogram.ts'
import type { GenogramLink } from './unions.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const person = (given: string, born: string): PersonSummary => ({
  ...{ id: makeUuid(), displayName: given, name: { given, family: 'Drawnley' }, age: '', isUnborn: false },
  ...{ isChild: born > '2009', dateOfBirth: Temporal.PlainDate.from(born), dateOfBirthPrecision: 'day' },
  ...{ expectedDeliveryOn: null, diedOn: null, sex: 'F', laChildId: null, address: { outcome: 'none' } },
})
const link = (one: PersonSummary, kind: RelationshipKind, other: PersonSummary): GenogramLink => ({
  ...{ personId: one.id, otherId: other.id, kind, holds: true },
})
const [mother, eldest] = [person('Una', '1990-01-01'), person('Abel', '2010-01-01')]
const [one, other] = [person('Bea', '2014-01-01'), person('Cass', '2014-01-01')]
const children = [eldest, one, other]
const people = [mother, ...children]
const links = children.map(child => link(mother, 'mother', child))
const given = { people, links, households: [], indexIds: new Set(children.map(({ id }) => id)), today }
const ended = (
  kind: PregnancyEnd['kind'],
  on = '2012-06-01',
  sex: 'M' | 'F' | null = null,
): PregnancyEnd => ({
  ...{ id: makeUuid(), childId: eldest.id, motherId: mother.id, kind, endedOn: Temporal.PlainDate.from(on) },
  ...{ precision: 'month', sex, source: null, author: null },
})
const drawn = (...pregnancyEnds: PregnancyEnd[]) => String(genogram({ ...given, pregnancyEnds }))
const groupOf = (svg: string) => /<g data-pregnancy="\w+">(.*?)<\/g>/s.exec(svg)?.[1] ?? ''
const count = (text: string, words: string) => text.split(words).length - 1

describe('a pregnancy that ended', () => {
  test.each([
    ['miscarriage', 'polygon', 1],
    ['abortion', 'polygon', 2],
    ['stillbirth', 'polygon', 2],
  ] as const)('%s is a small %s with %i lines, its kind and month below', (kind, shape, lines) => {
    const group = groupOf(drawn(ended(kind)))
    expect([count(group, `<${shape}`), count(group, '<path')]).toEqual([1, lines])
    expect(group.toLowerCase()).toContain(`>${kind}<`)
    expect(group).toContain('>June 2012<')
  })

  test('a stillborn child has the shape of its sex', () => {
    expect(groupOf(drawn(ended('stillbirth', '2012-06-01', 'F')))).toContain('<circle')
    expect(groupOf(drawn(ended('stillbirth', '2012-06-01', 'M')))).toContain('<rect')
  })

  test('hangs from the mother among brothers and sisters by its day, and is nobody', () => {
    const svg = drawn(ended('miscarriage'))
    const x = (part: string): number => Number(/ x="([\d.]+)"/.exec(part)?.[1])
    const label = (words: string) => x(svg.slice(svg.lastIndexOf('<text', svg.indexOf(`>${words}<`))))
    expect(label('Miscarriage')).toBeGreaterThan(label('Abel'))
    expect(label('Miscarriage')).toBeLessThan(label('Bea'))
    expect(count(svg, 'data-mark="child-birth"')).toBe(4)
    expect(svg).toContain('4 people, of whom 3 under 18')
    expect(svg).toContain('1 pregnancy that ended is drawn.')
  })

  test('is not drawn of a mother who is not in the drawing, and does not break a home in two', () => {
    const hers = { ...ended('miscarriage'), motherId: makeUuid() }
    expect(drawn(hers)).not.toContain('data-pregnancy')
    const households = [{ label: 'Home', personIds: people.map(({ id }) => id) }]
    const svg = String(genogram({ ...given, households, pregnancyEnds: [ended('miscarriage')] }))
    expect(count(svg, 'data-mark="household"')).toBe(1)
  })
})

describe('twins', () => {
  const withTwins = (likeness?: TwinLikeness) =>
    String(
      genogram({
        ...given,
        links: [...links, { ...link(one, 'twin', other), ...(likeness ? { likeness } : {}) }],
      }),
    )

  test('are joined by a bar when identical, by a question mark when nobody knows', () => {
    expect(withTwins('identical')).toContain('data-mark="twins-identical"')
    expect(withTwins('not_known')).toMatch(/data-mark="twins-not_known"[^>]*>\?</)
    for (const likeness of ['not_identical', undefined] as const)
      expect(withTwins(likeness)).not.toContain('data-mark="twins-')
  })

  test('their bar lies level between their two lines', () => {
    const [, x1, y1, x2, y2] = /twins-identical" d="M ([\d.]+) ([\d.]+) L ([\d.]+) ([\d.]+)"/.exec(
      withTwins('identical'),
    ) as RegExpExecArray
    expect(y1).toBe(y2)
    expect(Number(x2)).toBeGreaterThan(Number(x1))
  })
})
