import type { PeopleTables } from '../tables.ts'

export type RelationshipQuality = PeopleTables['relationship_quality']['quality']

/** How two people stand with one another, in words. */
export const qualityWords: Readonly<Record<RelationshipQuality, string>> = {
  close: 'Close',
  very_close: 'Very close',
  conflict: 'In conflict',
  close_and_conflict: 'Close, and in conflict',
  distant: 'Distant',
  cut_off: 'No longer see one another',
}
