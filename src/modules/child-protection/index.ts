export { protectionClockSource } from './clocks/protectionClockSource.ts'
export { conferenceClockSource, conferenceMergeRules } from './conference/index.ts'
export { disputeSection } from './disputes/index.ts'
export { enquiryMergeRules } from './enquiry/enquiryMergeRules.ts'
export {
  type EnquiryWanted,
  enquiryApproval,
  enquiryPanel,
  type Started,
  startEnquiry,
} from './enquiry/index.ts'
export { harmMergeRules, harmQuality, harmSection, harmTimeline } from './harm-outside-home/index.ts'
export {
  invitationWork,
  meetingBar,
  meetingKindWords,
  meetingSection,
  meetingTimeline,
} from './meeting/index.ts'
export {
  missingBar,
  missingClockSource,
  missingFlag,
  missingQuality,
  missingSection,
  missingTimeline,
} from './missing/index.ts'
export { missingMergeRules } from './missing/missingMergeRules.ts'
export { childProtectionModule } from './module.ts'
export { driftQuality, planSection, protectionPlanMergeRules } from './plan/index.ts'
export {
  preProceedingsBars,
  preProceedingsClockSource,
  preProceedingsMergeRules,
  preProceedingsQuality,
  preProceedingsSection,
  preProceedingsTimeline,
} from './pre-proceedings/index.ts'
export { leadSection } from './protection-lead/index.ts'
export { protectionMergeRules } from './protectionMergeRules.ts'
export { planFlag } from './record/planFlag.ts'
export { protectionBars } from './record/protectionBars.ts'
export { protectionSection } from './record/protectionSection.ts'
export { protectionTimeline } from './record/protectionTimeline.ts'
export {
  type Composed,
  type CopyContent,
  type CopyPart,
  type CopyPlanLine,
  composeCopy,
  copyHash,
  copyToKeep,
  type PartToCopy,
  type PictureName,
  pictureSvg,
  pictureWords,
  readCopyContent,
  sharePanel,
  sharingClockSource,
  sharingSection,
  sharingTimeline,
} from './sharing/index.ts'
export { strategyClockSource } from './strategy/index.ts'
export type { ChildProtectionTables } from './tables.ts'
export { transferSection } from './transfer-in/index.ts'
