import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { leftToAnotherDay, longFiles } from './spreadOut.ts'

test('the files that are spread over two days are there', () => {
  expect(longFiles.filter(file => !existsSync(file))).toEqual([])
})

test('a run that names files leaves none of them to another day', () => {
  expect(leftToAnotherDay(['run', '--reporter=json', 'test/journeys'])).toEqual([])
})

test('a run of everything leaves at most half of them', () => {
  expect(leftToAnotherDay(['run']).length).toBeLessThanOrEqual(longFiles.length / 2)
})
