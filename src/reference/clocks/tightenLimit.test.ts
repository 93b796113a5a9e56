import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LimitUnit } from '../counting/countRule.ts'
import { type ClockId, clockDefinition, clockDefinitions } from './clockDefinitions.ts'
import { type LocalValue, tightenLimit } from './tightenLimit.ts'

const outcome = (id: ClockId, value: LocalValue): string => {
  const result = tightenLimit(clockDefinition(id), value)
  return result.ok ? 'ok' : result.reason
}
const limit = (value: number, unit: LimitUnit): LocalValue => ({ limit: { value, unit } })
const every = (value: number, unit: LimitUnit): LocalValue => ({
  recurrence: { style: 'interval', value, unit },
})

describe('tightenLimit of a limit of law', () => {
  it.each([
    ['ASSESS_45', limit(40, 'working_days'), 'ok'],
    ['ASSESS_45', limit(45, 'working_days'), 'ok'],
    ['ASSESS_45', limit(46, 'working_days'), 'looser_than_law'],
    ['CL_PA_VISIT_2M', every(8, 'weeks'), 'ok'],
    ['CL_PA_VISIT_2M', every(9, 'weeks'), 'looser_than_law'],
    ['RCPC_N', { ...limit(5, 'months'), ...every(5, 'months') }, 'ok'],
    ['RCPC_N', every(7, 'months'), 'looser_than_law'],
    ['REF_DECISION', limit(1, 'calendar_days'), 'ok'],
    ['REF_DECISION', limit(24, 'hours'), 'ok'],
    ['REF_DECISION', limit(25, 'hours'), 'looser_than_law'],
    ['ICPC_15', limit(2, 'weeks'), 'ok'],
    // From a Sunday, 15 working days are 19 days: three weeks would be two days longer.
    ['ICPC_15', limit(3, 'weeks'), 'looser_than_law'],
    ['CLA_SCHOOL_PLACE', limit(15, 'school_days'), 'ok'],
    ['CLA_SCHOOL_PLACE', limit(15, 'working_days'), 'cannot_compare'],
    ['PF_NOTIFY', limit(7, 'weeks'), 'ok'],
    ['PF_NOTIFY', limit(5, 'weeks'), 'looser_than_law'],
  ] as const)('%s with %j is %s', (id, value, expected) => {
    expect(outcome(id, value)).toBe(expected)
  })

  it('lets a time that must first pass only grow', () => {
    expect(outcome('EHC_DRAFT_15D', limit(20, 'calendar_days'))).toBe('ok')
    expect(outcome('EHC_DRAFT_15D', limit(14, 'calendar_days'))).toBe('looser_than_law')
    expect(outcome('RETENTION_FOSTER', limit(9, 'years'))).toBe('looser_than_law')
  })

  it('leaves alone what the law itself brings about, and rules without a length', () => {
    expect(outcome('FOST_RESIGN', limit(20, 'calendar_days'))).toBe('fixed_by_law')
    expect(outcome('CLA_REVIEW_GATE', limit(1, 'weeks'))).toBe('not_a_timer')
    expect(outcome('REG44', every(3, 'weeks'))).toBe('cannot_compare')
    expect(outcome('ICPC_15', every(3, 'weeks'))).toBe('cannot_compare')
  })

  it('never accepts a longer limit in the same unit, on any clock', () => {
    const bound = clockDefinitions.filter(
      ({ configurable, versions }) =>
        !configurable && versions[0]?.limit && versions[0].counting?.direction === 'forwards',
    )
    fc.assert(
      fc.property(fc.constantFrom(...bound), fc.integer({ min: 1, max: 50 }), (definition, more) => {
        const law = definition.versions[0]?.limit
        if (!law) throw new Error(`${definition.id} has no limit`)
        const longer = tightenLimit(definition, { limit: { ...law, value: law.value + more } })
        expect(longer.ok).toBe(definition.bound === 'no_sooner_than')
      }),
    )
  })
})

describe('tightenLimit of a local norm', () => {
  it.each([
    ['CIN_VISIT', limit(6, 'weeks'), 'ok'],
    ['CIN_VISIT', limit(20, 'working_days'), 'ok'],
    ['CIN_VISIT', every(7, 'weeks'), 'beyond_guard_rail'],
    ['CP_VISIT', limit(15, 'working_days'), 'ok'],
    ['CP_VISIT', limit(21, 'working_days'), 'beyond_guard_rail'],
    ['CONF_RECORD', limit(20, 'working_days'), 'ok'],
    ['REF_WRITTEN', limit(5, 'working_days'), 'ok'],
    ['MASH_RAG', limit(4, 'hours'), 'ok'],
    ['CASELOAD_15', limit(4, 'hours'), 'not_a_timer'],
    ['ICPC_REPORT_FAMILY', { clear: false }, 'ok'],
    ['CORE_GROUP', { clear: true }, 'clear_not_applicable'],
    ['ICPC_PREBIRTH', { clear: true }, 'clear_not_applicable'],
    ['CORE_GROUP', {}, 'nothing_to_set'],
  ] as const)('%s with %j is %s', (id, value, expected) => {
    expect(outcome(id, value)).toBe(expected)
  })

  it.each([0, -1, 2.5])('refuses a length of %d', value => {
    expect(outcome('CORE_GROUP', limit(value, 'weeks'))).toBe('not_whole')
    expect(outcome('CORE_GROUP', every(value, 'weeks'))).toBe('not_whole')
  })

  it('keeps the direction and clear days of a clock when its number changes', () => {
    const result = tightenLimit(clockDefinition('ICPC_REPORT_FAMILY'), limit(3, 'working_days'))
    expect(result.ok && result.version.counting).toEqual(
      clockDefinition('ICPC_REPORT_FAMILY').versions[0]?.counting,
    )
    expect(result.ok && result.version.limit).toEqual({ value: 3, unit: 'working_days' })
  })

  it('counts in the new unit when that changes', () => {
    const result = tightenLimit(clockDefinition('CIN_VISIT'), limit(20, 'working_days'))
    expect(result.ok && result.version.counting).toEqual({
      unit: 'working_days',
      dayZero: 'excluded',
      direction: 'forwards',
      clear: false,
      nonWorkingDays: 'skipped',
    })
  })

  it('changes the interval with the limit where one number is both, and only there', () => {
    const visits = tightenLimit(clockDefinition('CP_VISIT'), limit(15, 'working_days'))
    expect(visits.ok && visits.version.recurrence).toEqual({
      style: 'interval',
      value: 15,
      unit: 'working_days',
    })
    const reviews = tightenLimit(clockDefinition('EH_REVIEW'), limit(4, 'weeks'))
    expect(reviews.ok && reviews.version.recurrence).toEqual({ style: 'interval', value: 12, unit: 'weeks' })
    const apart = tightenLimit(clockDefinition('CP_VISIT'), {
      ...limit(5, 'working_days'),
      ...every(15, 'working_days'),
    })
    expect(apart.ok && apart.version.recurrence).toEqual({
      style: 'interval',
      value: 15,
      unit: 'working_days',
    })
  })

  it('accepts what each clock ships with', () => {
    for (const definition of clockDefinitions) {
      const shipped = definition.versions[0]?.limit
      if (!shipped || definition.bound === 'takes_effect') continue
      expect(tightenLimit(definition, { limit: shipped }).ok, definition.id).toBe(true)
    }
  })
})
