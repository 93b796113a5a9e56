import { expect, test } from 'vitest'
import { type Basis, type Chosen, workOut } from './scenario.ts'

const basis: Basis = {
  limit: 15,
  counts: 'children',
  leaders: 2,
  teams: [
    { id: 'a', name: 'A', area: 'North', load: 120, fte: 6 },
    { id: 'b', name: 'B', area: 'North', load: 75, fte: 5 },
    { id: 'c', name: 'C', area: 'South', load: 40, fte: 4 },
  ],
}
const nothing: Chosen = { workers: 0, leaders: 0, workerCost: 0, leaderCost: 0, otherCost: 0, splits: [] }

test('eight workers bring 20 children for each down to 15 where they are most needed', () => {
  const result = workOut(basis, { ...nothing, workers: 8 })
  expect(result.before).toBeCloseTo(235 / 15)
  expect(result.after).toBeCloseTo(235 / 23)
  const team = (id: string) => result.teams.find(one => one.id === id)
  expect([team('a')?.added, team('b')?.added, team('c')?.added]).toEqual([6, 2, 0])
  expect(result).toMatchObject({
    overBefore: 1,
    overAfter: 0,
    fteNeeded: 15.7,
    lackingBefore: 0.7,
    lackingAfter: 0,
  })
})

test('part of a post goes to one team', () => {
  const result = workOut(basis, { ...nothing, workers: 1.5 })
  expect(result.teams.find(({ id }) => id === 'a')?.added).toBe(1.5)
  expect(result.fteAfter).toBe(16.5)
})

test('eleven posts at 42,000 are 462,000', () => {
  const result = workOut(basis, {
    ...nothing,
    workers: 8,
    leaders: 3,
    workerCost: 42_000,
    leaderCost: 42_000,
  })
  expect(result.cost).toBe(462_000)
  expect(result).toMatchObject({ leadersBefore: 2, leadersAfter: 5 })
})

test('a split makes two teams of one and loses no child', () => {
  const result = workOut(
    { ...basis, teams: [{ id: 'a', name: 'A', area: null, load: 41, fte: 3 }] },
    { ...nothing, splits: ['a'] },
  )
  expect(result.teams.map(({ load }) => load)).toEqual([21, 20])
  expect(result).toMatchObject({ teamsBefore: 1, teamsAfter: 2, load: 41 })
})

test('no FTE and no team are answered, never a crash', () => {
  const none = workOut({ ...basis, teams: [] }, { ...nothing, workers: 8 })
  expect(none).toMatchObject({ before: null, fteNeeded: 0 })
  const empty = workOut({ ...basis, teams: [{ id: 'a', name: 'A', area: null, load: 30, fte: 0 }] }, nothing)
  expect(empty).toMatchObject({ before: null, after: null, overBefore: 1 })
})
