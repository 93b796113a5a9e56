import { addWorkingDays, type Calendars, englandAndWales } from '#reference'
import { censusYearOf } from '../censusHeader.ts'
import type { CensusChild } from '../child/censusChild.ts'
import { valueIn } from '../reading/reading.ts'
import { childRules } from './childRules.ts'
import type { RuleContext } from './rule.ts'

/** One rule broken in one place. */
export interface RuleFinding {
  readonly code: string
  readonly severity: 'error' | 'query'
  readonly module: string
  readonly sentence: string
  readonly childId: string | undefined
  readonly element: string
  readonly line: number
  readonly raw: string
}

/** By what a child is judged. */
export interface CheckOptions {
  /** The reference date of the census, from 2009 to 2098. */
  readonly asAt: Temporal.PlainDate
  /** The year the census ends; by default that in which the reference date lies. */
  readonly censusYear?: number
  /** The bank holidays to count working days by; those of England and Wales by default. */
  readonly calendars?: Calendars
}

/** The context that rules are checked in. */
export function ruleContext({ asAt, censusYear, calendars = englandAndWales }: CheckOptions): RuleContext {
  return {
    asAt,
    yearStart: asAt.subtract({ years: 1 }).add({ days: 1 }),
    censusYear: censusYear ?? censusYearOf(asAt),
    workingDaysBefore: (date, workingDays) => addWorkingDays(date, -workingDays, calendars),
  }
}

/**
 * Checks one child against the validation rules of the children in need census that need nothing but the child: those
 * in force in its census year. Source: the Department's validation rules 2022-23 to 2026-27, by their codes.
 */
export function checkChild(child: CensusChild, options: CheckOptions): readonly RuleFinding[] {
  const context = ruleContext(options)
  const childId = valueIn(child.laChildId)
  return childRules
    .filter(({ from }) => from === undefined || from <= context.censusYear)
    .flatMap(({ code, severity, module, sentence, check }) =>
      check(child, context).map(({ element, line, raw }) => ({
        code,
        severity,
        module,
        sentence,
        childId,
        element,
        line,
        raw,
      })),
    )
}
