export { tellOfAnswerTask } from './by-hand/tellOfAnswer.ts'
export {
  contributionNews,
  contributionSection,
  contributionTimeline,
  contributionWork,
} from './contributions/index.ts'
export { type Encompass, encompassSchema } from './encompass/encompassSchema.ts'
export { climbLateNotices } from './late/climbLateNotices.ts'
export { type Marac, maracSchema } from './marac/maracSchema.ts'
export { partnersModule } from './module.ts'
export { partnersMergeRules } from './partnersMergeRules.ts'
export { partnerTimeline } from './partnerTimeline.ts'
export {
  type PoliceNotification,
  policeNotificationSchema,
} from './police-notification/policeNotificationSchema.ts'
export { climbRequests } from './requests/climbRequests.ts'
export { type SchoolConcern, schoolConcernSchema } from './school-concern/schoolConcernSchema.ts'
export type { PartnersTables } from './tables.ts'
export { readNotice } from './taking/readNotice.ts'
export { type NoticeSender, type NoticeSent, type Taken, takeNotice } from './taking/takeNotice.ts'
export { kinds, kindWords, type NoticeKind, schemas, sendersOf } from './told/kinds.ts'
export { toldPerson } from './told/toldPerson.ts'
