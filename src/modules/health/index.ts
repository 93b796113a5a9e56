export { attendanceNews } from './attendances/attendanceNews.ts'
export { healthMergeRules } from './healthMergeRules.ts'
export type { Peer } from './hl7/door/doorSettings.ts'
export { type Hl7Door, openHl7Door } from './hl7/door/openHl7Door.ts'
export { makeCertificate } from './hl7/makeCertificate.ts'
export { type Hl7Line, openHl7Line } from './hl7/openHl7Line.ts'
export { openMeshMailbox } from './mesh/index.ts'
export { healthModule } from './module.ts'
export {
  accessText,
  acknowledgementText,
  type Council,
  keepUp,
  nhsSection,
  openingTimeline,
  type Post,
  protectionTasks,
  readApart,
  replayNhs,
  sendAgain,
} from './protection-information/index.ts'
export type { HealthTables } from './tables.ts'
export { type Keeping, keepHl7 } from './taking/keepHl7.ts'
export { readFhir } from './taking/readFhir.ts'
export { readHl7 } from './taking/readHl7.ts'
export { replayHl7 } from './taking/replayHl7.ts'
export { takeHl7 } from './taking/takeHl7.ts'
export { climbLate } from './visits/climbLate.ts'
export { tellOfMatchTask } from './visits/tellOfMatch.ts'
