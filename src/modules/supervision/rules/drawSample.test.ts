import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSample } from './drawSample.ts'

const all = Array.from({ length: 20 }, (_, at) => `session-${at}`)

test('the same seed draws the same, whatever the order of the list', () => {
  expect(drawSample(all, 5, 'spring')).toEqual(drawSample(all.toReversed(), 5, 'spring'))
  expect(drawSample(all, 5, 'spring')).not.toEqual(drawSample(all, 5, 'autumn'))
})

test('draws as many as were asked for, each once and each of the list', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.nat(30), fc.string(), (list, size, seed) => {
      const drawn = drawSample(list, size, seed)
      expect(drawn).toHaveLength(Math.min(size, list.length))
      expect(new Set(drawn).size).toBe(drawn.length)
      expect(drawn.every(one => list.includes(one))).toBe(true)
    }),
  )
})

test('each is about as likely as any other', () => {
  const times = new Map<string, number>()
  for (let seed = 0; seed < 2_000; seed += 1)
    for (const one of drawSample(all, 5, String(seed))) times.set(one, (times.get(one) ?? 0) + 1)
  for (const count of times.values()) expect(Math.abs(count - 500)).toBeLessThan(100)
})
