// The door of plans: what a plan of whatever law is made of. Its own module knows when it starts and ends.

export { type CaseClosing, closeCase } from './closeCase.ts'
export { closureBarsOf } from './closureBars.ts'
export { finishAction } from './finishAction.ts'
export { languages } from './languages.ts'
export { outcomesOf } from './outcomesOf.ts'
export { type OwnerChoice, ownerChoices, ownerValue, parseOwner, SOMEBODY_ELSE } from './ownerChoices.ts'
export {
  type OutcomeStatus,
  type Owner,
  outcomeStatuses,
  type PlanAction,
  type PlanKey,
  type PlanKind,
  type PlanOutcome,
  statusWords,
} from './plan.ts'
export { isOverdue, planBand } from './planBand.ts'
export { countSyllables, type Reading, readingAge } from './readingAge.ts'
export { type NewReview, type PlanReview, type ReviewDecision, recordReview, reviewsOf } from './reviews.ts'
export { sharePlans } from './sharePlans.ts'
export {
  addShare,
  answerShare,
  type NewShare,
  type PlanShare,
  type ShareWay,
  sharesOf,
  shareWays,
  shareWords,
} from './shares.ts'
export { simplerWords } from './simplerWords.ts'
export { type ChangedAction, changeAction, type NewAction, writeActions } from './writeActions.ts'
export { addOutcomes, type ChangedOutcome, changeOutcome, type NewOutcome } from './writeOutcomes.ts'
