export { type Decided, type Decision, decideApproval } from './approvals/decideApproval.ts'
export { directsAll } from './approvals/directsAll.ts'
export { type Approval, approval, approvalsOf } from './approvals/readApprovals.ts'
export { type ForApproval, type Submitted, submitForApproval } from './approvals/submitForApproval.ts'
export { type Piece, wordDifference } from './approvals/wordDifference.ts'
export * from './child-form/index.ts'
export { type ClockChain, type ClockFact, clockChain } from './clocks/clockChain.ts'
export { type ClockDifference, clockDifferences } from './clocks/clockDifferences.ts'
export { clockLink, clockRows, clockStanding } from './clocks/clockLink.ts'
export { derivedClocks } from './clocks/derivedClocks.ts'
export { type ClockExplanation, explainClock } from './clocks/explainClock.ts'
export { openClocks, type StoredClock, storedClock, storedClocks } from './clocks/storedClocks.ts'
export { syncClocks } from './clocks/syncClocks.ts'
export { type ClockReport, verifyClocks } from './clocks/verifyClocks.ts'
export { allocateChildren } from './commands/allocateChildren.ts'
export type { AllocationWanted } from './commands/allocationWanted.ts'
export { endAllocation } from './commands/endAllocation.ts'
export { type Holding, heldBy, lockChildren } from './commands/holdings.ts'
export { endInvolvement, involveColleague } from './commands/involvements.ts'
export { queueChildren } from './commands/queueChildren.ts'
export { type RecordedVisit, recordVisit } from './commands/recordVisit.ts'
export { addTask } from './commands/tasks.ts'
export { lineFrom } from './court/courtLines.ts'
export { addDocument } from './documents/addDocument.ts'
export { clearOrphans, clearOrphansTask } from './documents/clearOrphans.ts'
export { documentsOf } from './documents/readDocuments.ts'
export { scanDocuments, scanTask } from './documents/scanDocuments.ts'
export { type FilesReport, verifyFiles } from './documents/verifyFiles.ts'
export { type SourceKind, scanWords, sizeWords } from './documents/words.ts'
export { authorityContact } from './letters/authorityContact.ts'
export { beginLetter } from './letters/beginLetter.ts'
export { copiedNotes } from './letters/copiedNotes.ts'
export { type CopyFaults, copyFaults } from './letters/copyFaults.ts'
export type { LetterBody } from './letters/letterBody.ts'
export {
  type LetterRecipient,
  letterRecipients,
  recipientKey,
  recipientNamed,
} from './letters/letterRecipients.ts'
export { renderingHash, renderLetter } from './letters/renderLetter.ts'
export { letterTemplate } from './letters/templates.ts'
export { caseworkModule } from './module.ts'
export { oversightSection } from './oversight/oversightSection.ts'
export { copiedWordsHtml, copyHeldHtml } from './pages/frame/copyFaultsHtml.ts'
export { Fields } from './pages/frame/fields.ts'
export { framePart } from './pages/frame/framePart.ts'
export {
  dayValues,
  type FormValues,
  type LongForm,
  type LongFormKey,
  longFormHtml,
  openLongForm,
  refusedLongForm,
  ticksOf,
  typedOf,
} from './pages/frame/longForm.ts'
export { printFurniture } from './pages/frame/printFurniture.ts'
export { type RecordFrame, recordFrame, whyLine } from './pages/frame/recordFrame.ts'
export { tabLink } from './pages/frame/recordLinks.ts'
export { personParams, recordReaders, recordWriters, uuidParam } from './pages/frame/recordParams.ts'
export { roleWord } from './pages/frame/recordWords.ts'
export { buttonForm, type SmallPage, smallPage } from './pages/frame/smallForm.ts'
export { type FoundWorker, findWorkerForm, findWorkers, workerRadios } from './pages/frame/workerPicker.ts'
export * from './plans/index.ts'
export { type ChronologyLine, chronologyOf } from './queries/chronologyOf.ts'
export { type FamilyChild, familyChildren, type Written, writableSubjects } from './queries/familyChildren.ts'
export { managersOf } from './queries/managersOf.ts'
export { unreadNotices } from './queries/notices.ts'
export { type QualityIssue, qualityIssues, qualitySources } from './queries/qualityIssues.ts'
export { seenVisits } from './queries/seenVisits.ts'
export { type InvolvedWorker, whoIsInvolved } from './queries/whoIsInvolved.ts'
export { type AllocationRole, type WorkItem, workList } from './queries/workList.ts'
export type { ApprovalKind, Change, HandedIn } from './registry/approvalKind.ts'
export type { AssessmentPanel } from './registry/assessmentPanel.ts'
export type { BoardPanel } from './registry/boardPanel.ts'
export type { BoardCaseload, Carried, CaseloadSource, Offered } from './registry/caseloadSource.ts'
export { caseworkMergeRules } from './registry/caseworkMergeRules.ts'
export type { ChildNews, News } from './registry/childNews.ts'
export type { ClockSource, DerivedClock } from './registry/clockSource.ts'
export type { Barred, ClosureBar } from './registry/closureBar.ts'
export type { Episode, EpisodeSource } from './registry/episode.ts'
export type { EpisodeCloser } from './registry/episodeCloser.ts'
export type { PaperSource, WrittenPart } from './registry/paperSource.ts'
export type { Found, QualityRule, QualitySource } from './registry/qualitySource.ts'
export { readEpisodes } from './registry/readEpisodes.ts'
export type { RecordSection } from './registry/recordSection.ts'
export { type Registries, registries } from './registry/registries.ts'
export type { ShareFollower } from './registry/shareFollower.ts'
export type { Band, TimelineEntry, TimelineSource } from './registry/timelineSource.ts'
export type { PracticeItem, WorkSource } from './registry/workSource.ts'
export type { WritingOffer, WritingSource } from './registry/writingSource.ts'
export { readTime } from './rules/readTime.ts'
export type { ChildOfVisit, Visit } from './rules/visit.ts'
export { workingDaysUntil } from './rules/workingDaysUntil.ts'
export type { CaseworkTables } from './tables.ts'
export {
  answerTransfer,
  askForTransfer,
  handoverWords,
  transferById,
  transfersOfMove,
} from './transfers/index.ts'
