import type { Fact, ProtectionKind } from './changes.ts'

/** Days for which the NHS still shows a plan after its end. */
const DAYS: Readonly<Record<ProtectionKind, number>> = {
  child_protection_plan: 364,
  looked_after: 364,
  unborn_plan: 28,
}

/** Whether the NHS would show it at all: what ended long ago is not told to begin with. */
export const isStillShown = (
  { kind, endedOn }: Pick<Fact, 'kind' | 'endedOn'>,
  today: Temporal.PlainDate,
): boolean => endedOn === null || Temporal.PlainDate.compare(endedOn.add({ days: DAYS[kind] }), today) >= 0

/** Hours within which a change is to be in a file that was sent, and a file answered. */
export const SENT_WITHIN = 24
export const ANSWERED_WITHIN = 48
