import type { Finding } from '../finding.ts'
import type { Sex } from '../reading/parseSex.ts'
import type { Reading } from '../reading/reading.ts'
import type { ElementCount } from '../tally.ts'
import type { Leftover } from './interpretation.ts'

type Dated = Reading<Temporal.PlainDate>

/** Who the child is. Elements of module 1 of the census. */
export interface CensusIdentifiers {
  readonly upn: Reading<string>
  readonly formerUpn: Reading<string>
  readonly upnUnknown: Reading<string>
  readonly birthOn: Dated
  readonly expectedBirthOn: Dated
  /** From `Sex`, or from `GenderCurrent` where the file is older; `element` says which. */
  readonly sex: Reading<Sex>
  readonly deathOn: Dated
}

/** Ethnicity and disabilities; no disability in the list means that none was sent, NONE that there is none. */
export interface CensusCharacteristics {
  readonly ethnicity: Reading<string>
  readonly disabilities: readonly Reading<string>[]
}

/** The referral that opens an episode, and how the episode ends. */
export interface CensusReferral {
  readonly referredOn: Dated
  readonly source: Reading<string>
  readonly primaryNeed: Reading<string>
  readonly closedOn: Dated
  readonly closureReason: Reading<string>
  /** Conference held without an enquiry here, for a child who moved in on a plan. */
  readonly icpcOn: Dated
  readonly isNoFurtherAction: Reading<boolean>
}

export interface CensusAssessment {
  readonly line: number
  readonly startedOn: Dated
  readonly reviewOn: Dated
  readonly authorisedOn: Dated
  readonly factors: readonly Reading<string>[]
}

export interface CensusCinPlan {
  readonly line: number
  readonly startedOn: Dated
  readonly endedOn: Dated
}

export interface CensusSection47 {
  readonly line: number
  readonly startedOn: Dated
  readonly icpcTargetOn: Dated
  readonly icpcOn: Dated
  readonly icpcNotRequired: Reading<boolean>
}

export interface CensusCpPlan {
  readonly line: number
  readonly startedOn: Dated
  readonly endedOn: Dated
  readonly initialCategory: Reading<string>
  readonly latestCategory: Reading<string>
  readonly previousPlans: Reading<number>
  /** Whether a `Reviews` group stood in the plan, with or without dates. */
  readonly hasReviewsGroup: boolean
  readonly reviewsOn: readonly Dated[]
}

/** Pre-proceedings and family group decision making; collected from 2026-27. */
export interface CensusPreProceedings {
  readonly line: number
  readonly startedOn: Dated
  readonly letterSentOn: Dated
  readonly fgdmOffered: Reading<boolean>
  readonly fgdmFacilitated: Reading<boolean>
  readonly firstMeetingOn: Dated
  readonly reviewMeetings: Reading<number>
  readonly stepDecisionOn: Dated
  readonly outcome: Reading<string>
  readonly courtApplicationOn: Dated
  readonly issueLetterOn: Dated
}

/** One `CINdetails` group: an episode of need. */
export interface CensusEpisode {
  readonly line: number
  readonly referral: CensusReferral
  readonly assessments: readonly CensusAssessment[]
  readonly cinPlans: readonly CensusCinPlan[]
  readonly section47s: readonly CensusSection47[]
  readonly cpPlans: readonly CensusCpPlan[]
  readonly preProceedings: readonly CensusPreProceedings[]
}

/** One child of a children in need census. Every value is a reading: it says what stood in the file and where. */
export interface CensusChild {
  /** Place among the children of the file, from 1. */
  readonly index: number
  readonly line: number
  readonly laChildId: Reading<string>
  readonly identifiers: CensusIdentifiers
  readonly characteristics: CensusCharacteristics
  readonly episodes: readonly CensusEpisode[]
  /** What became of each of its elements, by name. */
  readonly counts: ReadonlyMap<string, ElementCount>
  /** What stood in the child and was not understood. */
  readonly leftovers: readonly Leftover[]
  readonly findings: readonly Finding[]
}
