export { addFamily } from './commands/addFamily.ts'
export { addPerson, type NewPerson } from './commands/addPerson.ts'
export { type JoinFamily, joinFamily } from './commands/joinFamily.ts'
export {
  askMerge,
  closeMerge,
  confirmMerge,
  followMerges,
  type MergeChoices,
  type MergeRule,
  mergeChoices,
  mergedIdsOf,
  mergeMark,
  mergeRules,
  moving,
  peopleMergeRules,
  sayNotSame,
  undoMerge,
} from './merging/index.ts'
export { peopleModule } from './peopleModule.ts'
export { type CurrentAddress, currentAddresses } from './queries/currentAddresses.ts'
export {
  type Family,
  type FamilyMember,
  familiesOf,
  familyById,
  familyMembers,
  familyOf,
} from './queries/familyOf.ts'
export { type FamilyView, familyView, type Household } from './queries/familyView.ts'
export { householdOf } from './queries/householdOf.ts'
export { identifiersOf, type PersonIdentifier } from './queries/identifiersOf.ts'
export { mayWrite } from './queries/mayWrite.ts'
export { type PersonBar, personBar } from './queries/personBar.ts'
export { type PersonDetails, personDetails } from './queries/personDetails.ts'
export { type PersonSummary, personSummaries, personSummary } from './queries/personSummaries.ts'
export { personsMeant, type ToldOfPerson } from './queries/personsMeant.ts'
export { possibleDuplicates } from './queries/possibleDuplicates.ts'
export { holdsOn, type Relationship, relationshipsOf } from './queries/relationshipsOf.ts'
export {
  type PeopleFilter,
  type PeopleFound,
  type PeopleSearch,
  type PersonFound,
  searchPeople,
} from './queries/searchPeople.ts'
export { factFollowers } from './registry/factFollowers.ts'
export { familyFrame, type RecordFrameSource } from './registry/familyFrame.ts'
export { type PeoplePanel, peoplePanels } from './registry/peoplePanels.ts'
export { type PersonFlag, type PersonFlagSource, personFlagSources } from './registry/personFlags.ts'
export { describeAge, isChildOn, type Lifetime, yearsOld } from './rules/describeAge.ts'
export { displayName, fullName, type GivenAndFamily, type Nameable } from './rules/displayName.ts'
export { checkIdentifier, type IdentifierCheck, type IdentifierKind } from './rules/identifierRemark.ts'
export { type Candidate, type Matched, matchOf } from './rules/matchOf.ts'
export { type DatePrecision, describePartialDate, lastDayOf, type PartialDate } from './rules/partialDate.ts'
export { type RelationshipKind, relationshipPhrase, relationshipWord } from './rules/relationshipWords.ts'
export { type Likeness, searchTextFor } from './rules/searchTextFor.ts'
export type { PeopleTables } from './tables.ts'
