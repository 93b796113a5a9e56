/** "No factors found": stands alone. */
export const NO_FACTORS = '21'

/** What is wrong with the factors of one child, or null. CIN census rule for N00181: code 21 goes with no other. */
export function checkFactors(codes: readonly string[]): string | null {
  return codes.includes(NO_FACTORS) && codes.length > 1
    ? '“No factors found” cannot stand beside a factor: untick one or the other'
    : null
}
