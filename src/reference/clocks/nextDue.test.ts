import { describe, expect, it } from 'vitest'
import { englandAndWales, withSchoolDates } from '../calendars/calendars.ts'
import { type ClockId, clockDefinition } from './clockDefinitions.ts'
import { nextDue } from './nextDue.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

const dueOf = (id: ClockId, trigger: string, completed: readonly string[] = []): string => {
  const [version] = clockDefinition(id).versions
  if (!version) throw new Error(`${id} has no version`)
  const next = nextDue(version, { trigger: day(trigger), completed: completed.map(day) })
  return next.ok ? next.due.dueOn.toString() : next.reason
}

describe('nextDue', () => {
  it('runs first from the trigger', () => {
    expect(dueOf('CP_VISIT', '2026-06-01')).toBe('2026-06-15')
  })

  it('runs on from the actual date of the last visit, whether it was late or early', () => {
    expect(dueOf('CP_VISIT', '2026-06-01', ['2026-06-22'])).toBe('2026-07-06')
    expect(dueOf('CP_VISIT', '2026-06-01', ['2026-06-08'])).toBe('2026-06-22')
  })

  it('takes the latest event, in whatever order they are given', () => {
    expect(dueOf('CIN_VISIT', '2026-06-01', ['2026-07-20', '2026-06-22'])).toBe('2026-08-17')
  })

  it('uses the interval, not the first limit, once an event has happened', () => {
    expect(dueOf('EH_REVIEW', '2026-01-05')).toBe('2026-02-16')
    expect(dueOf('EH_REVIEW', '2026-01-05', ['2026-02-16'])).toBe('2026-05-11')
  })

  it('counts checkpoints from the start of the assessment', () => {
    expect(dueOf('ASSESS_CHECKPOINT', '2026-06-01')).toBe('2026-06-15')
    expect(dueOf('ASSESS_CHECKPOINT', '2026-06-01', ['2026-06-12'])).toBe('2026-07-06')
    expect(dueOf('ASSESS_CHECKPOINT', '2026-06-01', ['2026-06-12', '2026-07-06'])).toBe('2026-07-20')
    expect(dueOf('ASSESS_CHECKPOINT', '2026-06-01', ['2026-06-12', '2026-07-06', '2026-07-20'])).toBe(
      'complete',
    )
  })

  it('follows the sequence of adoption reviews and keeps to its last step', () => {
    expect(dueOf('ADOPT_PLACEMENT_REVIEW', '2026-01-05')).toBe('2026-02-02')
    expect(dueOf('ADOPT_PLACEMENT_REVIEW', '2026-01-05', ['2026-02-02'])).toBe('2026-05-02')
    expect(dueOf('ADOPT_PLACEMENT_REVIEW', '2026-01-05', ['2026-02-02', '2026-05-01'])).toBe('2026-11-01')
    const four = ['2026-02-02', '2026-05-01', '2026-11-01', '2027-04-01']
    expect(dueOf('ADOPT_PLACEMENT_REVIEW', '2026-01-05', four)).toBe('2027-10-01')
  })

  it('asks for a visit in each calendar month, not each 30 days', () => {
    expect(dueOf('REG44', '2026-01-10')).toBe('2026-01-31')
    expect(dueOf('REG44', '2026-01-10', ['2026-01-12'])).toBe('2026-02-28')
    expect(dueOf('REG44', '2026-01-10', ['2026-01-31'])).toBe('2026-02-28')
  })

  it('is complete when a clock that does not repeat is satisfied', () => {
    expect(dueOf('REF_DECISION', '2026-06-01', ['2026-06-01'])).toBe('complete')
  })

  it('has no limit for a rule', () => {
    expect(dueOf('CLA_REVIEW_GATE', '2026-06-01')).toBe('no_limit')
  })

  it('follows school terms when they are known', () => {
    const [version] = clockDefinition('CLA_PEP_TERM').versions
    if (!version) throw new Error('CLA_PEP_TERM has no version')
    const calendars = withSchoolDates(englandAndWales, {
      closures: [],
      terms: [
        { name: 'spring 2027', from: day('2027-01-04'), to: day('2027-03-25') },
        { name: 'autumn 2026', from: day('2026-09-02'), to: day('2026-12-18') },
      ],
    })
    const termAfter = (trigger: string, ...completed: readonly string[]): unknown => {
      const next = nextDue(version, { trigger: day(trigger), completed: completed.map(day) }, calendars)
      return next.ok ? next.due.dueOn.toString() : next.reason
    }
    expect(termAfter('2026-09-02')).toBe('2026-12-18')
    expect(termAfter('2026-12-18')).toBe('2026-12-18')
    expect(termAfter('2026-09-02', '2026-10-05')).toBe('2027-03-25')
    expect(termAfter('2026-09-02', '2027-02-01')).toBe('term_dates_needed')
    expect(dueOf('CLA_PEP_TERM', '2026-09-02')).toBe('term_dates_needed')
  })
})
