import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DAYS, leftToAnotherDay, longFiles } from './spreadOut.ts'
import { partOf } from './turn.ts'

test('the files that are spread over days are there', () => {
  expect(longFiles.filter(file => !existsSync(file))).toEqual([])
})

test('a run that names files leaves none of them to another day', () => {
  expect(leftToAnotherDay(['run', '--reporter=json', 'test/journeys'])).toEqual([])
})

test('each of them is taken on one day of three', () => {
  const days = [0, 1, 2].map(day => partOf(longFiles, DAYS, day))
  expect(days.flat().toSorted()).toEqual(longFiles.toSorted())
  expect(leftToAnotherDay(['run']).length).toBeLessThanOrEqual(Math.ceil((longFiles.length * 2) / DAYS))
})
