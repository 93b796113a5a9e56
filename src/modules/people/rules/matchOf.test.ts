import { expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { type Candidate, matchOf } from './matchOf.ts'

const person = (n: number, fits: Partial<Candidate>): Candidate => ({
  personId: `00000000-0000-7000-8000-00000000000${n}` as Uuid,
  numberFits: false,
  otherNumber: false,
  bornFits: false,
  bornDiffers: false,
  familyFits: false,
  initialFits: false,
  postcodeFits: false,
  ...fits,
})

test('a number with the date of birth is the person', () =>
  expect(matchOf([person(1, { numberFits: true, bornFits: true })], true)).toMatchObject({
    kind: 'exact',
    how: 'nhs_number',
  }))
test('a number with two of name, initial and postcode is the person, where no date is known', () =>
  expect(
    matchOf([person(1, { numberFits: true, familyFits: true, postcodeFits: true })], true),
  ).toMatchObject({
    kind: 'exact',
    how: 'demographics',
  }))
test('a number with another date of birth is for somebody to look at, whatever else fits', () =>
  expect(
    matchOf([person(1, { numberFits: true, bornDiffers: true, familyFits: true, initialFits: true })], true),
  ).toEqual({ kind: 'review' }))
test('a number whose check digit is wrong decides nothing', () =>
  expect(matchOf([person(1, { numberFits: true, bornFits: true })], false)).toEqual({ kind: 'review' }))
test('names without a number are for somebody to look at', () =>
  expect(matchOf([person(1, { bornFits: true, familyFits: true, initialFits: true })], false)).toEqual({
    kind: 'review',
  }))
test('a namesake with another number is somebody else', () =>
  expect(
    matchOf([person(1, { otherNumber: true, bornFits: true, familyFits: true, initialFits: true })], true),
  ).toEqual({ kind: 'none' }))
test('two who fit alike are never chosen between', () =>
  expect(
    matchOf(
      [1, 2].map(n => person(n, { numberFits: true, bornFits: true })),
      true,
    ),
  ).toEqual({ kind: 'review' }))
test('one fact alone is nobody', () =>
  expect(matchOf([person(1, { bornFits: true, familyFits: true })], false)).toEqual({ kind: 'none' }))
