import { expect, test } from 'vitest'
import { effectOf } from './visitOrder.ts'

const at = (minute: number) => Temporal.Instant.from('2026-11-20T10:00:00Z').add({ minutes: minute })
const told = (
  kind: 'registered' | 'changed' | 'left' | 'leaving_cancelled' | 'cancelled',
  minute: number,
) => ({ kind, sentAt: at(minute) })

test('the first message opens the visit, whatever its kind', () => {
  expect(effectOf(null, told('registered', 0))).toEqual({ did: 'opened', status: 'here' })
  expect(effectOf(null, told('changed', 5))).toEqual({ did: 'opened', status: 'here' })
  expect(effectOf(null, told('left', 9))).toEqual({ did: 'opened', status: 'left' })
})
test('a cancellation before its registration leaves a visit that never was', () => {
  expect(effectOf(null, told('cancelled', 5))).toEqual({ did: 'cancelled', status: 'cancelled' })
  expect(effectOf({ status: 'cancelled', sentAt: at(5) }, told('registered', 0))).toEqual({
    did: 'older',
    status: 'cancelled',
  })
})
test('an older message never overwrites a newer one', () =>
  expect(effectOf({ status: 'left', sentAt: at(60) }, told('changed', 30))).toEqual({
    did: 'older',
    status: 'left',
  }))
test('leaving, and leaving taken back', () => {
  expect(effectOf({ status: 'here', sentAt: at(0) }, told('left', 60))).toEqual({
    did: 'changed',
    status: 'left',
  })
  expect(effectOf({ status: 'left', sentAt: at(60) }, told('leaving_cancelled', 61))).toEqual({
    did: 'changed',
    status: 'here',
  })
})
test('a visit registered anew after it was cancelled is here again', () =>
  expect(effectOf({ status: 'cancelled', sentAt: at(5) }, told('registered', 6))).toEqual({
    did: 'changed',
    status: 'here',
  }))
test('a second cancellation cancels nothing more', () =>
  expect(effectOf({ status: 'cancelled', sentAt: at(5) }, told('cancelled', 6))).toEqual({
    did: 'changed',
    status: 'cancelled',
  }))
test('of one second the cancellation stands, whichever came first', () => {
  expect(effectOf({ status: 'cancelled', sentAt: at(5) }, told('registered', 5))).toEqual({
    did: 'older',
    status: 'cancelled',
  })
  expect(effectOf({ status: 'here', sentAt: at(5) }, told('cancelled', 5))).toEqual({
    did: 'cancelled',
    status: 'cancelled',
  })
})
