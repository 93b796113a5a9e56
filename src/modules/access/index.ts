export {
  type Opened,
  type OpeningKind,
  type OpeningReason,
  openingKindOf,
  openingReasons,
  openWithReason,
} from './commands/openWithReason.ts'
export { giveReference, mayGiveReference, type UsedReference, useReference } from './commands/references.ts'
export {
  changeNamedList,
  holdRestriction,
  type Restriction,
  type RestrictionReason,
  restrictionOf,
  restrictPerson,
} from './commands/restrictions.ts'
export { accessDifferences } from './queries/accessDifferences.ts'
export { refreshAccess } from './queries/refreshAccess.ts'
export { type Sight, whyICanSee } from './queries/whyICanSee.ts'
export {
  type Conflict,
  type ConflictKind,
  conflictKinds,
  conflictsOf,
  declareConflict,
  endConflict,
} from './reviewing/conflicts.ts'
export {
  findings,
  type Opening,
  type OpeningFinding,
  openingsToReview,
  openingToReview,
  ownOpenings,
} from './reviewing/openings.ts'
export { remindOfReviews } from './reviewing/remindOfReviews.ts'
export { type ReviewedOpening, reviewOpening } from './reviewing/reviewOpening.ts'
export type { AccessTables } from './tables.ts'
