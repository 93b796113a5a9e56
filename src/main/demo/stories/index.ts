import { assessmentsUnderWay } from './assessmentsUnderWay.ts'
import { backWithinAYear } from './backWithinAYear.ts'
import { beforeProceedings } from './beforeProceedings.ts'
import { childInCare } from './childInCare.ts'
import { closedChronology } from './closedChronology.ts'
import { correctedFacts } from './correctedFacts.ts'
import { familyHelp } from './familyHelp.ts'
import { fledFamily } from './fledFamily.ts'
import { halfSiblings } from './halfSiblings.ts'
import { lateConference } from './lateConference.ts'
import { namesakes } from './namesakes.ts'
import { outsideTheHome } from './outsideTheHome.ts'
import { pastItsLastDay } from './pastItsLastDay.ts'
import { plansUnderWay } from './plansUnderWay.ts'
import { mergedRecords, recordedTwice } from './recordedTwice.ts'
import { severalNames } from './severalNames.ts'
import { sharedPapers } from './sharedPapers.ts'
import { staffFamily } from './staffFamily.ts'
import { steppedDown } from './steppedDown.ts'
import type { Story } from './story.ts'
import { strategyDiscussions } from './strategyDiscussions.ts'
import { threeNeeds } from './threeNeeds.ts'
import { threeSiblings } from './threeSiblings.ts'
import { twins } from './twins.ts'
import { unbornChild } from './unbornChild.ts'
import { unseenChild } from './unseenChild.ts'
import { waitingInTeam } from './waitingInTeam.ts'

/** Told first and in this order, so that their numbers are the same in every county: docs/demo.md names them. */
export const stories: readonly Story[] = [
  threeSiblings,
  unbornChild,
  halfSiblings,
  staffFamily,
  fledFamily,
  correctedFacts,
  backWithinAYear,
  severalNames,
  lateConference,
  unseenChild,
  steppedDown,
  closedChronology,
  namesakes,
  familyHelp,
  waitingInTeam,
  recordedTwice,
  assessmentsUnderWay,
  plansUnderWay,
  mergedRecords,
  twins,
  pastItsLastDay,
  outsideTheHome,
  beforeProceedings,
  sharedPapers,
  strategyDiscussions,
  threeNeeds,
  childInCare,
]
