import { type ClockChain, type ClockSource, clockChain, type DerivedClock } from '#modules/casework'
import { type ClockSettings, clockVersionOn, countLimit, countRuleOf } from '#reference'
import { preProceedingsOf } from '../queries/readPreProceedings.ts'
import type { PreProceedings } from '../rules/preProceedings.ts'

/** Pre-proceedings are to end within 16 weeks, or as far as they were extended, with a review on the way. */
export function preProceedingsClocks(of: PreProceedings, settings: ClockSettings): readonly DerivedClock[] {
  const endedOn = of.stepOn ?? of.appliedOn
  const end = endedOn === null ? [] : [{ id: of.id, on: endedOn }]
  const chain = {
    personId: of.personId,
    triggerKind: 'pre_proceedings',
    trigger: { id: of.id, on: of.startedOn },
  }
  const reviews = of.meetings
    .filter(({ kind }) => kind !== 'initial')
    .map(({ id, heldOn }) => ({ id, on: heldOn }))
  return [
    ...overall({ ...chain, clock: 'PLO_PREPROC', events: end }, of, settings),
    ...clockChain(
      {
        ...chain,
        clock: 'PLO_MIDWAY',
        events: reviews.slice(0, 1),
        endedOn,
        endedBecause: 'Pre-proceedings ended before it',
        notRequired:
          of.togetherId === null
            ? 'Brought in by an import, which does not tell of the mid-way review'
            : null,
      },
      settings,
    ),
  ]
}

/**
 * The clock of the whole. An extension that was decided while it still ran moves its end by whole weeks; one decided later is kept and
 * excuses nothing.
 */
function overall(chain: ClockChain, of: PreProceedings, settings: ClockSettings): readonly DerivedClock[] {
  return clockChain(chain, settings).map(clock =>
    of.extensions.reduce((now, one) => extended(now, one, chain, settings), clock),
  )
}

function extended(
  clock: DerivedClock,
  { weeks, decidedOn }: PreProceedings['extensions'][number],
  chain: ClockChain,
  settings: ClockSettings,
): DerivedClock {
  const found = clockVersionOn(chain.clock, chain.trigger.on, settings)
  if (!found.ok || clock.limitUnit !== 'weeks' || Temporal.PlainDate.compare(decidedOn, clock.dueOn) > 0)
    return clock
  const rule = countRuleOf(found.version, { value: clock.limitValue + weeks, unit: 'weeks' })
  if (rule === null) return clock
  const { dueOn, dueAt } = countLimit(rule, chain.trigger.on)
  const [end] = chain.events
  const isLate = end !== undefined && Temporal.PlainDate.compare(end.on, dueOn) > 0
  return {
    ...clock,
    dueOn,
    dueAt,
    limitValue: rule.value,
    outcome: end === undefined ? clock.outcome : isLate ? 'late' : 'on_time',
  }
}

export const preProceedingsClockSource: ClockSource = {
  name: 'pre-proceedings',
  async derive(work, personIds, settings) {
    const cases = await preProceedingsOf(work, personIds)
    return cases.flatMap(of => preProceedingsClocks(of, settings))
  },
}
