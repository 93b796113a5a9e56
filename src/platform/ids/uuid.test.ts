import { expect, test } from 'vitest'
import { makeUuid, parseUuid } from './uuid.ts'

test('makes version 7 ids that sort by the time they were made', () => {
  const ids = [1, 2, 3, 4, 5].map(step => makeUuid(1_700_000_000_000 + step))
  expect([...ids].sort()).toEqual(ids)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('makes a different id each time in one millisecond', () => {
  expect(new Set(Array.from({ length: 1000 }, () => makeUuid(1_700_000_000_000))).size).toBe(1000)
})

test('lowers an id given in capitals and refuses anything else', () => {
  const id = makeUuid()
  expect(parseUuid(id.toUpperCase())).toBe(id)
  expect(parseUuid(`${id}0`)).toBeNull()
  expect(parseUuid("' or 1=1")).toBeNull()
})
