import { agenciesModule } from '#modules/agencies'
import { assessmentClockSource, assessmentSection, assessmentTimeline } from '#modules/assessments'
import { auditModule, looksFrame } from '#modules/audit'
import { caseworkModule, framePart, registries } from '#modules/casework'
import {
  planFlag,
  protectionClockSource,
  protectionSection,
  protectionTimeline,
} from '#modules/child-protection'
import {
  episodesOf,
  openFlag,
  referralClockSource,
  referralSection,
  referralTimeline,
} from '#modules/front-door'
import { migrationModule, migrationQuality, migrationSection } from '#modules/migration'
import { familyFrame, peopleModule, personFlagSources } from '#modules/people'
import type { ServiceModule } from '#platform/http'
import { type EventHandler, jobsModule } from '#platform/jobs'

/** The parts of the service with pages, lowest level first. */
export const serviceModules: readonly ServiceModule[] = [
  auditModule,
  peopleModule,
  agenciesModule,
  caseworkModule,
  migrationModule,
  jobsModule,
]

/** Modules that answer another's events. None do yet: what follows from a command is in its own transaction. */
export const eventHandlers: readonly EventHandler[] = []

let isRegistered = false

/** Fills what lower levels need from higher ones: clocks, chronology, sections, data quality. Once for a process. */
export function registerModules(): void {
  if (isRegistered) return
  isRegistered = true
  registries.episodeSource = episodesOf
  registries.clockSources.push(referralClockSource, assessmentClockSource, protectionClockSource)
  registries.timelineSources.push(referralTimeline, assessmentTimeline, protectionTimeline)
  registries.recordSections.push(protectionSection, referralSection, assessmentSection, migrationSection)
  registries.qualitySources.push(migrationQuality)
  personFlagSources.push(openFlag, planFlag)
  familyFrame.draw = framePart('family')
  looksFrame.draw = framePart('looked')
}
