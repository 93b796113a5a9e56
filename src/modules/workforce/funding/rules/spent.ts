import type { FundingStream, Spend } from '../queries/readFunding.ts'

export const spentOf = (stream: Pick<FundingStream, 'id'>, all: readonly Spend[]): number =>
  Math.round(
    all.filter(({ streamId }) => streamId === stream.id).reduce((sum, { amount }) => sum + amount, 0) * 100,
  ) / 100

/** Pounds in words of a page: £4,860,000, with pence where there are some. */
export function pounds(amount: number): string {
  const digits = Number.isInteger(amount) ? 0 : 2
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount)
}
