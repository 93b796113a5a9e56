import { formatDate } from '#ui'
import type { CaseloadRule, Standing } from './caseloadRule.ts'

const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const twoDecimals = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** A ratio to one decimal; FTE to two. */
export const ratioText = (value: number): string => oneDecimal.format(value)
export const fteText = (value: number): string => twoDecimals.format(value)

/** "16.3: over 15", "no capacity", "12". */
export function standingText(standing: Standing, { limit }: Pick<CaseloadRule, 'limit'>): string {
  if (standing.kind === 'nothing') return 'Nothing held'
  if (standing.kind === 'no_capacity') return 'No capacity: children and no FTE that counts'
  return standing.isOver ? `${ratioText(standing.perFte)}: over ${limit}` : ratioText(standing.perFte)
}

/** The same in a spreadsheet: a number to one decimal where there is one. */
export function standingCell(standing: Standing): number | string {
  if (standing.kind === 'ratio') return Math.round(standing.perFte * 10) / 10
  return standing.kind === 'no_capacity' ? 'no capacity' : ''
}

/** The order of a list that shows the most pressed first: no capacity, then by ratio, then nothing. */
export const pressure = (standing: Standing): number =>
  standing.kind === 'no_capacity'
    ? Number.POSITIVE_INFINITY
    : standing.kind === 'ratio'
      ? standing.perFte
      : -1

/** What is counted, as a heading. */
export const countedWord = ({ counts }: Pick<CaseloadRule, 'counts'>): string =>
  counts === 'children' ? 'Children' : 'Families'

/** "31 July 2026" of the first day of the next month: the last of the one before. */
export const monthText = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { month: 'short', year: 'numeric' })

export const dayText = formatDate
