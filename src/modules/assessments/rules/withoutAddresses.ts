/** What stands in place of an address that must not be disclosed. */
export const LEFT_OUT = '[left out]'

/** A confidential address as it may be typed: its lines and its postcode. */
export type SecretAddress = { readonly lines: string; readonly postcode: string | null }

/**
 * A text without confidential addresses that somebody typed into it: the first line of each, and its postcode however it is
 * spaced or written.
 */
export function withoutAddresses(text: string, secrets: readonly SecretAddress[]): string {
  return secrets.reduce((safe, { lines, postcode }) => {
    const [first = ''] = lines.split('\n')
    const parts = [...(first.trim().length > 3 ? [first.trim()] : []), ...(postcode ? [postcode] : [])]
    return parts.reduce((left, part) => left.replaceAll(looseMatch(part), LEFT_OUT), safe)
  }, text)
}

/** The same letters and digits, with whatever stands between them. */
function looseMatch(part: string): RegExp {
  const letters = [...part]
    .filter(letter => /[\p{L}\p{N}]/u.test(letter))
    .map(letter => RegExp.escape(letter))
  const between = '[^\\p{L}\\p{N}]*'
  return new RegExp(`(?<![\\p{L}\\p{N}])${letters.join(between)}(?![\\p{L}\\p{N}])`, 'giu')
}
