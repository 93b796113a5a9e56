import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { knowsOf } from './knowsOf.ts'

const one = { personId: makeUuid(), kind: 'address' }
const hidden = { personId: null, kind: 'address' }

test('knows of what was met before, not of another kind or person', () => {
  expect(knowsOf([one], [one])).toBe(true)
  expect(knowsOf([one], [])).toBe(true)
  expect(knowsOf([one], [{ ...one, kind: 'postcode' }])).toBe(false)
  expect(knowsOf([one], [{ ...one, personId: makeUuid() }])).toBe(false)
})

test('a second person whom nobody may know of is another one', () => {
  expect(knowsOf([hidden], [hidden])).toBe(true)
  expect(knowsOf([hidden], [hidden, hidden])).toBe(false)
})
