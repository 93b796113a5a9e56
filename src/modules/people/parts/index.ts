import { pregnancyEndPart, twinPart } from './birthParts.ts'
import { householdPart, membershipPart, relationshipPart } from './familyParts.ts'
import { addressPart, contactPart, identifierPart, namePart } from './namedParts.ts'
import type { Part } from './part.ts'
import { disabilityPart, factsPart, lifePart } from './personParts.ts'
import { adultsQualityPart, qualityPart } from './qualityPart.ts'

/** Every part of a person's details, in the order of the page. */
export const parts: readonly Part[] = [
  lifePart,
  factsPart,
  namePart,
  identifierPart,
  addressPart,
  contactPart,
  disabilityPart,
  relationshipPart,
  membershipPart,
  householdPart,
  qualityPart,
  adultsQualityPart,
  pregnancyEndPart,
  twinPart,
]

/** The part of this path segment. */
export function partOf(path: string): Part | undefined {
  return parts.find(part => part.path === path)
}
export type { Field, FieldValue, Part, PartContext, PartValues } from './part.ts'
