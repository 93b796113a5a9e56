import { expect, test } from 'vitest'
import { type Episode, registries } from '#modules/casework'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { shippedClockSettings } from '#reference'
import { testRecord } from '#test/record.ts'
import { lendRegistries } from '../../casework/testing/lendRegistries.ts'
import type { SupervisionTables } from '../tables.ts'
import { discussionClockSource } from './discussionClocks.ts'

lendRegistries()
const record = await testRecord()
const { makers } = record
const day = (text: string) => Temporal.PlainDate.from(text)

/** Clocks of a child discussed on these days, whose case was open between those. */
async function clocksOf(days: readonly string[], spells: readonly (readonly [string, string | null])[]) {
  const personId = await makers.person()
  const [worker, manager] = [await makers.worker(), await makers.worker()]
  await record.as(serviceActor('storyteller'), async work => {
    for (const on of days)
      await work
        .db<SupervisionTables>()
        .insertInto('case_direction')
        .values({
          id: makeUuid(),
          person_id: personId,
          session_id: makeUuid(),
          worker_id: worker.id as Uuid,
          given_by: manager.id as Uuid,
          discussed_on: day(on),
          direction: 'See her alone',
        })
        .execute()
  })
  registries.episodeSource = async () =>
    spells.map(([received, closed]) => ({
      ...unsaid,
      id: makeUuid(),
      personId,
      receivedOn: day(received),
      closedOn: closed === null ? null : day(closed),
    }))
  const clocks = await record.as(serviceActor('clockkeeper'), work =>
    discussionClockSource.derive(work, [personId], shippedClockSettings),
  )
  return clocks.map(({ triggerOn, dueOn, outcome }) => `${triggerOn} ${dueOn} ${outcome}`)
}

const unsaid: Omit<Episode, 'id' | 'personId' | 'receivedOn' | 'closedOn'> = {
  decidedOn: null,
  isNoFurtherAction: null,
  primaryNeed: null,
  source: null,
  closureReason: null,
}

test('runs four weeks from each discussion to the next', async () => {
  expect(await clocksOf(['2026-01-05', '2026-02-02', '2026-03-09'], [['2026-01-01', null]])).toEqual([
    '2026-01-05 2026-02-02 on_time',
    '2026-02-02 2026-03-02 late',
    '2026-03-09 2026-04-06 open',
  ])
})

test('goes on while a second referral of an open case comes in, and ends with the case', async () => {
  const spells = [
    ['2026-01-01', '2026-02-20'],
    ['2026-01-20', '2026-03-15'],
  ] as const
  expect(await clocksOf(['2026-01-05', '2026-02-02', '2026-03-02'], spells)).toEqual([
    '2026-01-05 2026-02-02 on_time',
    '2026-02-02 2026-03-02 on_time',
    '2026-03-02 2026-03-30 superseded',
  ])
})

test('begins anew with a case that was closed and opened again, and never without a discussion', async () => {
  const spells = [
    ['2026-01-01', '2026-01-20'],
    ['2026-06-01', null],
  ] as const
  expect(await clocksOf(['2026-01-05', '2026-06-08'], spells)).toEqual([
    '2026-01-05 2026-02-02 superseded',
    '2026-06-08 2026-07-06 open',
  ])
  expect(await clocksOf([], spells)).toEqual([])
})
