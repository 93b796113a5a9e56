import { parseDate } from '../reading/parseDate.ts'
import { parseYesNo } from '../reading/parseYesNo.ts'
import type {
  CensusAssessment,
  CensusCinPlan,
  CensusEpisode,
  CensusReferral,
  CensusSection47,
} from './censusChild.ts'
import { censusCode } from './censusCode.ts'
import type { ElementGroup } from './elementGroup.ts'
import { interpretCpPlan } from './interpretCpPlan.ts'
import { interpretPreProceedings } from './interpretPreProceedings.ts'

/** Reads one `CINdetails` group with all that hangs on it. */
export function interpretEpisode(group: ElementGroup, censusYear: number | undefined): CensusEpisode {
  const episode = {
    line: group.line,
    referral: interpretReferral(group, censusYear),
    assessments: group.groups('Assessments').map(inner => interpretAssessment(inner, censusYear)),
    cinPlans: group.groups('CINPlanDates').map(interpretCinPlan),
    section47s: group.groups('Section47').map(interpretSection47),
    cpPlans: group.groups('ChildProtectionPlans').map(inner => interpretCpPlan(inner, censusYear)),
    preProceedings: group
      .groups('PreProceedingsandFGDM')
      .map(inner => interpretPreProceedings(inner, censusYear)),
  }
  group.close()
  return episode
}

function interpretReferral(group: ElementGroup, censusYear: number | undefined): CensusReferral {
  return {
    referredOn: group.one('CINreferralDate', parseDate),
    source: group.one('ReferralSource', censusCode('referralSource', censusYear)),
    primaryNeed: group.one('PrimaryNeedCode', censusCode('primaryNeed', censusYear)),
    closedOn: group.one('CINclosureDate', parseDate),
    closureReason: group.one('ReasonForClosure', censusCode('closureReason', censusYear)),
    icpcOn: group.one('DateOfInitialCPC', parseDate),
    isNoFurtherAction: group.one('ReferralNFA', parseYesNo),
  }
}

function interpretAssessment(group: ElementGroup, censusYear: number | undefined): CensusAssessment {
  const parseFactor = censusCode('assessmentFactor', censusYear)
  const inner = group.group('FactorsIdentifiedAtAssessment')
  const assessment = {
    line: group.line,
    startedOn: group.one('AssessmentActualStartDate', parseDate),
    reviewOn: group.one('AssessmentInternalReviewDate', parseDate),
    authorisedOn: group.one('AssessmentAuthorisationDate', parseDate),
    // Some suppliers leave the surrounding group out: the meaning is the same.
    factors: [
      ...(inner?.many('AssessmentFactors', parseFactor) ?? []),
      ...group.many('AssessmentFactors', parseFactor),
    ],
  }
  inner?.close()
  group.close()
  return assessment
}

function interpretCinPlan(group: ElementGroup): CensusCinPlan {
  const plan = {
    line: group.line,
    startedOn: group.one('CINPlanStartDate', parseDate),
    endedOn: group.one('CINPlanEndDate', parseDate),
  }
  group.close()
  return plan
}

function interpretSection47(group: ElementGroup): CensusSection47 {
  const enquiry = {
    line: group.line,
    startedOn: group.one('S47ActualStartDate', parseDate),
    icpcTargetOn: group.one('InitialCPCtarget', parseDate),
    icpcOn: group.one('DateOfInitialCPC', parseDate),
    icpcNotRequired: group.one('ICPCnotRequired', parseYesNo),
  }
  group.close()
  return enquiry
}
