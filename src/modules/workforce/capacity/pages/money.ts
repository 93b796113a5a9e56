const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
})

/** £462,000 */
export const money = (sum: number): string => pounds.format(sum)

/** +£37,000, with its sign. */
export const change = (sum: number): string =>
  sum > 0 ? `+${money(sum)}` : sum < 0 ? `−${money(-sum)}` : money(0)

/** +8.0%, of what was there before; nothing of nothing. */
export function percentChange(before: number, after: number): string {
  if (before === 0) return 'no percentage of nothing'
  const percent = ((after - before) / before) * 100
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent).toFixed(1)}%`
}
