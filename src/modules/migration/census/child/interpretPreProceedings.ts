import { parseCount } from '../reading/parseCount.ts'
import { parseDate } from '../reading/parseDate.ts'
import { parseYesNo } from '../reading/parseYesNo.ts'
import type { CensusPreProceedings } from './censusChild.ts'
import { censusCode } from './censusCode.ts'
import type { ElementGroup } from './elementGroup.ts'

/** Reads one `PreProceedingsandFGDM` group, collected from the census of 2026-27. */
export function interpretPreProceedings(
  group: ElementGroup,
  censusYear: number | undefined,
): CensusPreProceedings {
  const preProceedings = {
    line: group.line,
    startedOn: group.one('PPStartDate', parseDate),
    letterSentOn: group.one('LBPSentDate', parseDate),
    fgdmOffered: group.one('FGDMMeetingOffer', parseYesNo),
    fgdmFacilitated: group.one('FGDMMeetingFac', parseYesNo),
    firstMeetingOn: group.one('InitialPPMeetingDate', parseDate),
    reviewMeetings: group.one('ReviewMeetingsCount', parseCount),
    stepDecisionOn: group.one('StepDecisionDate', parseDate),
    outcome: group.one('PPOutcome', censusCode('preProceedingsOutcome', censusYear)),
    courtApplicationOn: group.one('CourtAppDate', parseDate),
    issueLetterOn: group.one('LetterInitCPDate', parseDate),
  }
  group.close()
  return preProceedings
}
