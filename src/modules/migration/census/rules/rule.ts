import type {
  CensusAssessment,
  CensusChild,
  CensusCinPlan,
  CensusCpPlan,
  CensusEpisode,
  CensusPreProceedings,
  CensusSection47,
} from '../child/censusChild.ts'

/** Where a rule is broken. Every reading is a place, one that is absent too. */
export interface Place {
  readonly element: string
  readonly line: number
  readonly raw: string
}

/** What a rule may know besides the child. */
export interface RuleContext {
  /** The reference date: the last day of the census year. */
  readonly asAt: Temporal.PlainDate
  /** The first day of the census year. */
  readonly yearStart: Temporal.PlainDate
  /** The year the census ends. */
  readonly censusYear: number
  /** The working day that lies so many working days before a date. */
  readonly workingDaysBefore: (date: Temporal.PlainDate, workingDays: number) => Temporal.PlainDate
}

/** Finds where a child breaks a rule; nowhere when it keeps it. Pure. */
export type Check = (child: CensusChild, context: RuleContext) => readonly Place[]

/** One validation rule of the census, about one child. */
export interface ChildRule {
  /** The Department's code, such as `8640` or `8670Q`. */
  readonly code: string
  readonly severity: 'error' | 'query'
  /** The group of the census that the rule speaks of. */
  readonly module: string
  readonly sentence: string
  /** The first census year in which the rule stands; undefined for all. */
  readonly from?: number
  readonly check: Check
}

type Fault = Place | readonly Place[] | false | undefined

const placesOf = (fault: Fault): readonly Place[] => {
  if (!fault) return []
  return 'element' in fault ? [fault] : fault
}

/** A check of the child as a whole. */
export function onChild(find: (child: CensusChild, context: RuleContext) => Fault): Check {
  return (child, context) => placesOf(find(child, context))
}

/** A check of each episode by itself. */
export function onEpisodes(
  find: (episode: CensusEpisode, context: RuleContext, child: CensusChild) => Fault,
): Check {
  return (child, context) => child.episodes.flatMap(episode => placesOf(find(episode, context, child)))
}

/** What a rule about one part of an episode may also look at. */
export interface Surroundings extends RuleContext {
  readonly episode: CensusEpisode
  readonly child: CensusChild
}

function onParts<T>(partsOf: (episode: CensusEpisode) => readonly T[]) {
  return (find: (part: T, around: Surroundings) => Fault): Check =>
    onEpisodes((episode, context, child) =>
      partsOf(episode).flatMap(part => placesOf(find(part, { ...context, episode, child }))),
    )
}

/** Checks of each assessment, plan, enquiry or pre-proceedings of a child by itself. */
export const onAssessments = onParts<CensusAssessment>(episode => episode.assessments)
export const onCinPlans = onParts<CensusCinPlan>(episode => episode.cinPlans)
export const onSection47s = onParts<CensusSection47>(episode => episode.section47s)
export const onCpPlans = onParts<CensusCpPlan>(episode => episode.cpPlans)
export const onPreProceedings = onParts<CensusPreProceedings>(episode => episode.preProceedings)
