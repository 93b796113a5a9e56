/**
 * Codes by which emergency departments say that they are concerned for a child's safety (SNOMED CT), and what each says.
 * Source: emergency care data set, safeguarding concern; BaRS, safeguarding flag.
 */
const words: Readonly<Record<string, string>> = {
  '836881000000105': 'Cause for concern',
  '700255001': 'Suspected non-accidental injury',
  '864491000000105': 'Has a child on a protection plan',
}

/** The codes that count as a concern wherever a sender's profile does not say otherwise. */
export const concernCodes: readonly string[] = Object.keys(words)

/** Concerns in words; a code that is a sender's own is shown as it stands. */
export const concernsInWords = (codes: readonly string[]): string =>
  codes.map(code => words[code] ?? `Concern, code ${code}`).join('; ')
