import type { Resolve } from './lookUp.ts'
import { type Concept, type HumanName, type Identifier, organisation, type Reference } from './resources.ts'

/** The ODS code among identifiers, of an organisation or a site, in capitals; null: there is none. */
export const odsCode = (identifiers: readonly Identifier[]): string | null =>
  identifiers
    .find(({ system, value }) => value && /ods-(organization|site)-code/.test(system ?? ''))
    ?.value?.trim()
    .toUpperCase() ?? null

/** The code of an organisation that is named by itself or stands in the bundle. */
export function organisationCode(reference: Reference | undefined, resolve: Resolve): string | null {
  if (reference?.identifier) return odsCode([reference.identifier])
  const found = organisation.safeParse(resolve(reference))
  return found.success ? odsCode(found.data.identifier) : null
}

/** A concept in words: as whoever wrote it put it, else the first word of its codes. */
export const wordsOf = (concept: Concept | undefined): string | null =>
  concept?.text ?? concept?.coding.find(({ display }) => display)?.display ?? null

export const nameWords = ({ text, given, family }: HumanName): string =>
  text ?? [...given, family ?? ''].filter(Boolean).join(' ')

/** The name that somebody uses officially, else the first. */
export const officialName = (names: readonly HumanName[]): HumanName | undefined =>
  names.find(({ use }) => use === 'official') ?? names.find(({ use }) => use !== 'old') ?? names[0]
