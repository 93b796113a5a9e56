import type { CountedDue } from './countLimit.ts'
import { limitInWords } from './countRule.ts'
import type { CountStep } from './countStep.ts'

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const moment = {
  ...day,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: 'Europe/London',
} as const

/**
 * How a due date was counted, as plain sentences for the person who must keep it: what was counted from when,
 * what was skipped and why, and when it is due. Never empty.
 */
export function explainCount(due: CountedDue): readonly string[] {
  return [countedFrom(due), ...skipped(due.steps), ...due.steps.flatMap(remark), dueBy(due)]
}

function countedFrom({ rule, start }: CountedDue): string {
  const length = limitInWords(rule)
  if (start instanceof Temporal.Instant && rule.unit === 'hours') {
    const direction = rule.direction === 'forwards' ? 'after' : 'before'
    return `${length} ${direction} ${momentInWords(start)}, running through nights, weekends and holidays.`
  }
  const from = inWords(start)
  if (rule.unit === 'calendar_months') return `At least once in each calendar month, from ${from}.`
  if (rule.unit === 'school_terms') return `By the end of the school term, counted from ${from}.`
  if (rule.direction === 'backwards') {
    return `${rule.clear ? clearDays(length) : length} before ${from}, not counting that day.`
  }
  return rule.dayZero === 'included'
    ? `${length} beginning with ${from}, counted as the first day.`
    : `${length} after ${from}, not counting that day.`
}

/** "2 working days" as "2 clear working days". */
function clearDays(length: string): string {
  return length.replace(' ', ' clear ')
}

function skipped(steps: readonly CountStep[]): readonly string[] {
  const offs = steps.flatMap(step => (step.kind === 'skips' ? [step] : []))
  const weekendDays = offs.filter(({ off }) => off.reason === 'weekend').length
  const others = offs.filter(({ off }) => off.reason !== 'weekend')
  const parts = [
    ...(weekendDays > 0 ? [weekendDays === 1 ? '1 weekend day' : `${weekendDays} weekend days`] : []),
    ...others.map(({ on, off }) => `${off.name} (${inWords(on)})`),
  ]
  return parts.length === 0 ? [] : [`Skipped: ${parts.join(', ')}.`]
}

function remark(step: CountStep): readonly string[] {
  if (step.kind === 'month_end') {
    return [`That month has no day ${step.missingDay}, so its last day is used.`]
  }
  if (step.kind === 'term') return [`The term is ${step.name}.`]
  if (step.kind === 'not_rolled')
    return [`The due day is not a working day (${step.off.name}); it does not move.`]
  if (step.kind === 'clocks_change') {
    return [
      `The clocks go ${step.hours > 0 ? 'forward' : 'back'} on the way; the hours are counted as they pass.`,
    ]
  }
  return []
}

function dueBy({ rule, dueOn, dueAt }: CountedDue): string {
  return rule.unit === 'hours' ? `Due by ${momentInWords(dueAt)}.` : `Due by the end of ${inWords(dueOn)}.`
}

function inWords(on: Temporal.PlainDate | Temporal.Instant): string {
  return withoutComma(
    on instanceof Temporal.Instant
      ? on.toLocaleString('en-GB', { ...day, timeZone: 'Europe/London' })
      : on.toLocaleString('en-GB', day),
  )
}

function momentInWords(instant: Temporal.Instant): string {
  return withoutComma(instant.toLocaleString('en-GB', moment))
}

/** "Friday, 27 March 2026" as GOV.UK style writes it: "Friday 27 March 2026". */
function withoutComma(words: string): string {
  return words.replace(',', '')
}
