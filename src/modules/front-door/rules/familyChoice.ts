import type { Uuid } from '#platform/ids'

/** The value of the form for families that stay as they are. */
export const APART = 'apart'

/** What was decided of children who stand in several families: kept apart, or everyone brought into one of them. */
export type FamilyChoice = typeof APART | Uuid

/** @returns whether somebody must still say so: there are several, and none of them nor "apart" was chosen */
export const isFamilyUndecided = (familyIds: readonly Uuid[], choice: FamilyChoice | null): boolean =>
  familyIds.length > 1 && choice !== APART && !familyIds.some(id => id === choice)
