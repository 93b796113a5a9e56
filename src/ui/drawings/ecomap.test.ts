import { describe, expect, test } from 'vitest'
import { drawingFile } from './drawingFile.ts'
import { type EcomapTie, ecomapFigure } from './ecomap.ts'
import { wrapped } from './wrapped.ts'

const tie = (index: number, more: Partial<EcomapTie> = {}): EcomapTie => ({
  label: `Somebody Madeup-Longname ${index}`,
  role: 'Health visitor',
  strength: 'ordinary',
  direction: 'both',
  ...more,
})
const circles = (count: number) => {
  const figure = ecomapFigure({
    title: 'Ecomap',
    middle: 'Linus Drawnfield',
    ties: Array.from({ length: count }, (_, index) => tie(index)),
  })
  const found = [...String(figure.content).matchAll(/<circle[^>]* cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)]
  return { figure, found: found.map(([, x, y, r]) => ({ x: Number(x), y: Number(y), r: Number(r) })) }
}

describe('the ecomap', () => {
  test.each([0, 1, 5, 12, 24, 30])('of %i keeps every circle apart and inside', count => {
    const { figure, found } = circles(count)
    expect(found).toHaveLength(count + 1)
    for (const [index, one] of found.entries()) {
      expect(one.x - one.r).toBeGreaterThanOrEqual(0)
      expect(one.x + one.r).toBeLessThanOrEqual(figure.width)
      expect(one.y + one.r).toBeLessThanOrEqual(figure.height)
      for (const other of found.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r)
    }
  })

  test.each([1, 2, 3, 5, 9, 14])(
    'draws the %i who live with the child inside the circle of the household',
    count => {
      const { content, width, height } = ecomapFigure({
        title: 'Ecomap',
        middle: 'Linus Drawnfield',
        ties: Array.from({ length: count + 6 }, (_, index) => tie(index, { isHousehold: index < count })),
      })
      const found = [
        ...String(content).matchAll(
          /<circle class="([\w -]+)"[^>]* cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g,
        ),
      ].map(([, kind, x, y, r]) => ({ kind, x: Number(x), y: Number(y), r: Number(r) }))
      const [household] = found.filter(({ kind }) => kind === 'kith-ecomap__household')
      const circles = found.filter(one => one !== household)
      if (household === undefined) throw new Error('No household is drawn')
      const far = (one: (typeof found)[number]) => Math.hypot(one.x - household.x, one.y - household.y)
      expect(circles.filter(one => far(one) + one.r < household.r)).toHaveLength(count + 1)
      expect(circles.filter(one => far(one) - one.r > household.r)).toHaveLength(6)
      for (const [index, one] of circles.entries()) {
        expect(Math.min(one.x, one.y, width - one.x, height - one.y)).toBeGreaterThanOrEqual(one.r)
        for (const other of circles.slice(index + 1))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r)
      }
    },
  )

  test('draws strength as line and direction as arrow; what nobody has said has neither', () => {
    const { content } = ecomapFigure({
      title: 'Ecomap',
      middle: 'Linus',
      ties: [
        tie(1, { strength: 'strong', direction: 'to_child' }),
        tie(2, { strength: 'stressful', direction: 'none' }),
        tie(3, { strength: 'tenuous', direction: 'both' }),
        tie(4, { strength: null }),
      ],
    })
    const drawn = String(content)
    expect([...drawn.matchAll(/data-tie="(\w+)"/g)].map(([, one]) => one)).toEqual([
      'strong',
      'stressful',
      'tenuous',
    ])
    expect([...drawn.matchAll(/data-arrow="(\w+)"/g)].map(([, one]) => one)).toEqual([
      'to_child',
      'to_child',
      'from_child',
    ])
    expect(drawn).not.toContain('style=')
  })

  test('as a file brings its own look and escapes names', () => {
    const file = drawingFile(ecomapFigure({ title: 'Ecomap', middle: '<b>', ties: [] }))
    expect(file).toContain('<style>')
    expect(file).not.toContain('<b>')
  })
})

test('long names are wrapped and cut, never past their circle', () => {
  expect(wrapped('Northmarsh Community Family Hub', 13, 3)).toEqual(['Northmarsh', 'Community', 'Family Hub'])
  expect(wrapped('Anextraordinarilylongname of many words here', 13, 2)).toEqual([
    'Anextraordin…',
    'of many word…',
  ])
})
