import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { shippedClockSettings } from '#reference'
import type { ConferenceFacts } from '../queries/conferenceFacts.ts'
import { conferenceClocks, transferClocks } from './conferenceClockSource.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)
const child = { personId: makeUuid(), rowId: makeUuid() }
const meeting: ConferenceFacts = {
  id: makeUuid(),
  children: [child],
  status: 'planned',
  plannedAt: at('2026-04-08T10:00Z'),
  startedAt: null,
  reportsIn: null,
  outlineGiven: null,
  recordGiven: null,
}
const clocksOf = (more: Partial<ConferenceFacts>) =>
  conferenceClocks({ ...meeting, ...more }, child, shippedClockSettings)
const one = (more: Partial<ConferenceFacts>, id: string) =>
  clocksOf(more).find(({ definitionId }) => definitionId === id)

test('a report is with the chair three clear working days before, over Easter too, and moves with the conference', () => {
  expect(one({}, 'CONF_REPORT_CHAIR')).toMatchObject({ outcome: 'open', dueOn: day('2026-03-31') })
  const moved = { plannedAt: at('2026-04-22T10:00Z') }
  expect(one(moved, 'CONF_REPORT_CHAIR')).toMatchObject({ dueOn: day('2026-04-16') })
})

test('the last report that is expected meets it, late after its day', () => {
  const reportsIn = (on: string) => ({ reportsIn: { id: makeUuid(), on: day(on) } })
  expect(one(reportsIn('2026-03-31'), 'CONF_REPORT_CHAIR')).toMatchObject({ outcome: 'on_time' })
  expect(one(reportsIn('2026-04-01'), 'CONF_REPORT_CHAIR')).toMatchObject({ outcome: 'late' })
  expect(one({ status: 'held' }, 'CONF_REPORT_CHAIR')).toMatchObject({ outcome: 'late' })
  expect(one({ status: 'cancelled' }, 'CONF_REPORT_CHAIR')).toMatchObject({ outcome: 'not_required' })
})

test('the outline plan goes out by the next working day and the record in fifteen, once it was held', () => {
  const held = { status: 'held', startedAt: at('2026-04-08T10:00Z') } as const
  expect(clocksOf({}).map(({ definitionId }) => definitionId)).toEqual(['CONF_REPORT_CHAIR'])
  expect(one(held, 'CONF_DECISION_LETTER')).toMatchObject({ outcome: 'open', dueOn: day('2026-04-09') })
  expect(one(held, 'CONF_RECORD')).toMatchObject({ outcome: 'open', dueOn: day('2026-04-29') })
  const given = { ...held, outlineGiven: { id: makeUuid(), on: day('2026-04-09') } }
  expect(one(given, 'CONF_DECISION_LETTER')).toMatchObject({ outcome: 'on_time' })
})

test('a transfer-in conference is held within fifteen working days of accepting, and of nothing before', () => {
  const transfer = { id: makeUuid(), personId: child.personId, acceptedOn: null, endedOn: null, heldOn: null }
  expect(transferClocks(transfer, shippedClockSettings)).toEqual([])
  const accepted = { ...transfer, acceptedOn: day('2026-04-08') }
  expect(transferClocks(accepted, shippedClockSettings)).toMatchObject([
    { definitionId: 'TRANSFER_IN', dueOn: day('2026-04-29') },
  ])
  const held = { ...accepted, heldOn: { id: makeUuid(), on: day('2026-04-29') } }
  expect(transferClocks(held, shippedClockSettings)).toMatchObject([{ outcome: 'on_time' }])
})
