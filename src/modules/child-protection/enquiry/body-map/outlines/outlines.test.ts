import { expect, test } from 'vitest'
import { readSize, sizeWords } from '../markWords.ts'
import { outlineOf, outlines, placeOf, regionAt, whereWords } from './index.ts'

test('every part of every outline is found where a mark on it is drawn', () => {
  for (const outline of outlines) {
    expect(new Set(outline.regions.map(({ code }) => code)).size).toBe(outline.regions.length)
    for (const { code } of outline.regions) {
      const place = placeOf(outline, { region: code, x: null, y: null })
      expect(place[0], `${outline.code} ${code}`).toBeGreaterThanOrEqual(0)
      expect(place[0], `${outline.code} ${code}`).toBeLessThanOrEqual(outline.width)
      expect(place[1], `${outline.code} ${code}`).toBeLessThanOrEqual(outline.height)
    }
  }
})

test('the child’s right is at our left from the front, and at our right from behind', () => {
  const [front, back] = [outlineOf('front'), outlineOf('back')]
  expect(front && regionAt(front, [72, 150])?.code).toBe('right_upper_arm')
  expect(back && regionAt(back, [72, 150])?.code).toBe('left_upper_arm')
  expect(front && regionAt(front, [130, 250])?.code).toBe('groin')
  expect(front && regionAt(front, [2, 2])).toBeNull()
})

test('where a mark is, in words', () => {
  expect(whereWords('left_palm', 'left_palm_thumb')).toBe('Thumb (left palm)')
  expect(whereWords('gone', 'elsewhere')).toBe('gone, elsewhere')
})

test.each([
  ['2', 20],
  ['2.5 cm', 25],
  ['2,5', 25],
  ['', null],
  ['big', 'wrong'],
  ['0', 'wrong'],
  ['201', 'wrong'],
])('reads the size %s', (typed, size) => {
  expect(readSize(typed)).toBe(size)
})

test('says a size as people do', () => {
  expect(sizeWords({ lengthMm: 25, widthMm: 10 })).toBe('2.5 cm by 1 cm')
  expect(sizeWords({ lengthMm: null, widthMm: null })).toBe('')
})
