import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { changesOf, type Fact, type Status } from './changes.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const fact: Fact = {
  kind: 'child_protection_plan',
  sourceId: makeUuid(),
  personId: makeUuid(),
  subjectId: makeUuid(),
  startedOn: day('2026-03-02'),
  endedOn: null,
  nhsNumber: '9990000018',
}
const status: Status = { ...fact, id: makeUuid(), isDeleted: false }
const whats = (facts: readonly Fact[], statuses: readonly Status[]) =>
  changesOf(facts, statuses).map(({ what }) => what)

test('a plan that nobody was told of starts, once', () => {
  expect(whats([fact], [])).toEqual(['started'])
  expect(whats([fact], [status])).toEqual([])
})

test('an end alone is an end; anything else that differs is a correction', () => {
  expect(whats([{ ...fact, endedOn: day('2026-09-01') }], [status])).toEqual(['ended'])
  expect(whats([{ ...fact, startedOn: day('2026-03-01') }], [status])).toEqual(['corrected'])
  expect(whats([{ ...fact, nhsNumber: '9990000026' }], [status])).toEqual(['corrected'])
  expect(whats([fact], [{ ...status, endedOn: day('2026-09-01') }])).toEqual(['corrected'])
})

test('a plan that is no longer in the record is deleted once, and starts anew when it is back', () => {
  expect(whats([], [status])).toEqual(['deleted'])
  expect(whats([], [{ ...status, isDeleted: true }])).toEqual([])
  expect(whats([fact], [{ ...status, isDeleted: true }])).toEqual(['started'])
})

test('a birth ends the plan on the mother before the child’s own begins', () => {
  const unborn: Status = { ...status, kind: 'unborn_plan' }
  const born = day('2026-05-04')
  const facts: readonly Fact[] = [
    { ...fact, startedOn: born },
    { ...fact, kind: 'unborn_plan', endedOn: born },
  ]
  expect(changesOf(facts, [unborn]).map(({ what, fact: of }) => [what, of?.kind])).toEqual([
    ['ended', 'unborn_plan'],
    ['started', 'child_protection_plan'],
  ])
})
