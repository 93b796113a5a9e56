import { agenciesModule } from '#modules/agencies'
import {
  assessmentApproval,
  assessmentBar,
  assessmentClockSource,
  assessmentMergeRules,
  assessmentPaperSource,
  assessmentQuality,
  assessmentSection,
  assessmentsModule,
  assessmentTimeline,
  closureApproval,
  followShare,
  planModule,
  planQuality,
  planTimeline,
} from '#modules/assessments'
import { auditModule, looksFrame } from '#modules/audit'
import {
  caseworkMergeRules,
  caseworkModule,
  framePart,
  oversightSection,
  registries,
  syncClocks,
} from '#modules/casework'
import {
  childProtectionModule,
  conferenceClockSource,
  conferenceMergeRules,
  disputeSection,
  driftQuality,
  enquiryApproval,
  enquiryMergeRules,
  enquiryPanel,
  harmMergeRules,
  harmQuality,
  harmSection,
  harmTimeline,
  invitationWork,
  leadSection,
  meetingBar,
  meetingSection,
  meetingTimeline,
  missingBar,
  missingClockSource,
  missingFlag,
  missingMergeRules,
  missingQuality,
  missingSection,
  missingTimeline,
  planFlag,
  planSection,
  preProceedingsBars,
  preProceedingsClockSource,
  preProceedingsMergeRules,
  preProceedingsQuality,
  preProceedingsSection,
  preProceedingsTimeline,
  protectionBars,
  protectionClockSource,
  protectionMergeRules,
  protectionPlanMergeRules,
  protectionSection,
  protectionTimeline,
  sharePanel,
  sharingClockSource,
  sharingSection,
  sharingTimeline,
  strategyClockSource,
  transferSection,
} from '#modules/child-protection'
import {
  careBar,
  careFlag,
  careMergeRules,
  careSection,
  careTimeline,
  childrenInCareModule,
} from '#modules/children-in-care'
import { disclosureMergeRules, disclosuresModule } from '#modules/disclosures'
import { familyPortalModule, familySection, portalMergeRules } from '#modules/family-portal'
import {
  chapterWritingSource,
  familySafeguardingModule,
  helpPanel,
  safeguardingMergeRules,
  safeguardingQuality,
  sessionTimeline,
  supervisionClockSource,
  teamWorkSource,
  workbookSection,
} from '#modules/family-safeguarding'
import {
  closeEpisode,
  contactBar,
  contactQuality,
  contactSection,
  contactTimeline,
  episodesOf,
  frontDoorMergeRules,
  frontDoorModule,
  openFlag,
  referralClockSource,
  referralQuality,
  referralSection,
  referralTimeline,
} from '#modules/front-door'
import { attendanceNews, healthMergeRules, healthModule, nhsSection, openingTimeline } from '#modules/health'
import { migrationMergeRules, migrationModule, migrationQuality, migrationSection } from '#modules/migration'
import {
  contributionNews,
  contributionSection,
  contributionTimeline,
  contributionWork,
  partnersMergeRules,
  partnersModule,
  partnerTimeline,
} from '#modules/partners'
import {
  factFollowers,
  familyFrame,
  followMerges,
  mergeRules,
  peopleMergeRules,
  peopleModule,
  peoplePanels,
  personFlagSources,
} from '#modules/people'
import { attendanceSection, schoolsMergeRules, schoolsModule } from '#modules/schools'
import {
  directionSection,
  directionTimeline,
  discussionClockSource,
  supervisionMergeRules,
  supervisionModule,
  supervisionPanel,
} from '#modules/supervision'
import { caseloadSource, workforceModule, workforcePanel } from '#modules/workforce'
import { formUseModule } from '#platform/form-use'
import type { ServiceModule } from '#platform/http'
import { type EventHandler, jobsModule } from '#platform/jobs'

/** The parts of the service with pages, lowest level first. */
export const serviceModules: readonly ServiceModule[] = [
  auditModule,
  peopleModule,
  agenciesModule,
  caseworkModule,
  assessmentsModule,
  planModule,
  frontDoorModule,
  childProtectionModule,
  childrenInCareModule,
  familySafeguardingModule,
  supervisionModule,
  workforceModule,
  healthModule,
  partnersModule,
  schoolsModule,
  disclosuresModule,
  familyPortalModule,
  migrationModule,
  jobsModule,
  formUseModule(() => serviceModules.flatMap(({ routes }) => routes)),
].map(followMerges)

/** Modules that answer another's events. None do yet: what follows from a command is in its own transaction. */
export const eventHandlers: readonly EventHandler[] = []

let isRegistered = false

/** Fills what lower levels need from higher ones: clocks, chronology, sections, data quality. Once for a process. */
export function registerModules(): void {
  if (isRegistered) return
  isRegistered = true
  registries.episodeSource = episodesOf
  registries.episodeCloser = closeEpisode
  registries.caseloadSource = caseloadSource
  registries.closureBars.push(contactBar, assessmentBar, protectionBars, missingBar, careBar)
  registries.clockSources.push(referralClockSource, assessmentClockSource, protectionClockSource)
  registries.clockSources.push(strategyClockSource)
  registries.closureBars.push(meetingBar)
  registries.closureBars.push(preProceedingsBars)
  registries.clockSources.push(preProceedingsClockSource)
  registries.timelineSources.push(preProceedingsTimeline)
  registries.recordSections.push(leadSection, preProceedingsSection)
  registries.timelineSources.push(meetingTimeline)
  registries.recordSections.push(meetingSection)
  registries.clockSources.push(conferenceClockSource)
  registries.clockSources.push(missingClockSource)
  registries.timelineSources.push(sharingTimeline)
  registries.recordSections.push(sharingSection)
  registries.clockSources.push(sharingClockSource)
  registries.timelineSources.push(
    referralTimeline,
    contactTimeline,
    assessmentTimeline,
    planTimeline,
    protectionTimeline,
    missingTimeline,
    careTimeline,
    harmTimeline,
  )
  registries.recordSections.push(
    protectionSection,
    referralSection,
    contactSection,
    assessmentSection,
    migrationSection,
    oversightSection,
    familySection,
    missingSection,
    careSection,
    harmSection,
    planSection,
    transferSection,
    disputeSection,
  )
  registries.clockSources.push(discussionClockSource)
  registries.timelineSources.push(directionTimeline)
  registries.recordSections.push(directionSection)
  registries.boardPanels.push(supervisionPanel)
  registries.paperSources.push(assessmentPaperSource)
  registries.shareFollowers.push(followShare)
  registries.writingSources.push(chapterWritingSource)
  registries.workSources.push(teamWorkSource)
  registries.approvalKinds.push(closureApproval, assessmentApproval, enquiryApproval)
  registries.assessmentPanels.push(enquiryPanel)
  registries.qualitySources.push(
    referralQuality,
    contactQuality,
    assessmentQuality,
    planQuality,
    migrationQuality,
    missingQuality,
    safeguardingQuality,
    harmQuality,
    driftQuality,
    preProceedingsQuality,
  )
  peoplePanels.push(workforcePanel, helpPanel, sharePanel)
  personFlagSources.push(openFlag, planFlag, careFlag, missingFlag)
  mergeRules.push(...preProceedingsMergeRules)
  mergeRules.push(...enquiryMergeRules)
  mergeRules.push(...missingMergeRules, ...harmMergeRules, ...careMergeRules)
  mergeRules.push(...safeguardingMergeRules)
  mergeRules.push(...supervisionMergeRules)
  mergeRules.push(...healthMergeRules, ...partnersMergeRules)
  registries.timelineSources.push(partnerTimeline, contributionTimeline)
  registries.recordSections.push(contributionSection)
  registries.workSources.push(invitationWork, contributionWork)
  mergeRules.push(...disclosureMergeRules, ...schoolsMergeRules)
  registries.timelineSources.push(sessionTimeline)
  registries.recordSections.push(workbookSection)
  registries.recordSections.push(nhsSection, attendanceSection)
  registries.childNews.push(attendanceNews, contributionNews)
  registries.timelineSources.push(openingTimeline)
  registries.clockSources.push(supervisionClockSource)
  mergeRules.push(...protectionPlanMergeRules, ...conferenceMergeRules)
  mergeRules.push(...peopleMergeRules, ...frontDoorMergeRules, ...caseworkMergeRules, ...assessmentMergeRules)
  mergeRules.push(...protectionMergeRules, ...migrationMergeRules, ...portalMergeRules)
  factFollowers.push(syncClocks)
  familyFrame.draw = framePart('family')
  looksFrame.draw = framePart('looked')
}
