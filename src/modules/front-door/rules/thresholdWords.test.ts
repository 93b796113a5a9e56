import { expect, test } from 'vitest'
import { furthest, namesSomebody } from './thresholdWords.ts'

const people = [
  { given: 'Ada Rose', family: 'Fenwickle' },
  { given: 'Al', family: null },
]

test.each([
  ['Ada is safe with her aunt', true],
  ['fenwickle’s home was seen', true],
  ['The home was seen, and radar was not', false],
  ['Al was not met', false], // two letters are a word of English too often
])('“%s” names somebody: %s', (words, names) => {
  expect(namesSomebody(words, people)).toBe(names)
})

test('the furthest of several outcomes is told', () => {
  expect(furthest(['advice', 'assessment'])).toBe('assessment')
  expect(furthest([])).toBeNull()
})
