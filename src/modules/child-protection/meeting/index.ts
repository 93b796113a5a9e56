// The door of meetings, for the features of this module that hold one.
export {
  adjournMeeting,
  type ChangedMeeting,
  cancelMeeting,
  type MeetingMove,
  type MeetingVersion,
  moveMeeting,
  openMeeting,
} from './commands/changeMeeting.ts'
export {
  type Closed,
  type Closing,
  closeMeeting,
  type DecisionWanted,
  keepChildWords,
} from './commands/closeMeeting.ts'
export { type ContributionWanted, contribute, giveView } from './commands/contribute.ts'
export {
  answerInvitation,
  chaseInvitee,
  excludeInvitee,
  type InviteeVersion,
  invite,
  keepNeeds,
  noteAttendance,
  withdrawInvitation,
} from './commands/invitations.ts'
export type { InviteeWanted } from './commands/inviteeRow.ts'
export { type MeetingWanted, type Planned, planMeeting } from './commands/planMeeting.ts'
export { meetingNavigation, meetingRoutes } from './meetingRoutes.ts'
export { type MeetingTab, meetingTabs } from './pages/meetingTabs.ts'
export { kindWords as meetingKindWords } from './pages/words.ts'
export { childrenOf } from './queries/childrenOf.ts'
export { contributionsOf, viewsOf } from './queries/contributionsOf.ts'
export { inviteesOf } from './queries/inviteesOf.ts'
export { meetingOf, partsIn } from './queries/meetingOf.ts'
export { isAbout, meetingsAbout, meetingsOf, type OwnMeeting } from './queries/meetingsOf.ts'
export { invitationWork } from './record/invitationWork.ts'
export { meetingBar } from './record/meetingBar.ts'
export { meetingSection } from './record/meetingSection.ts'
export { meetingTimeline } from './record/meetingTimeline.ts'
export * from './rules/invitee.ts'
export * from './rules/meeting.ts'
export * from './rules/quorum.ts'
export * from './rules/said.ts'
