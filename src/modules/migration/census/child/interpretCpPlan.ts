import { parseCount } from '../reading/parseCount.ts'
import { parseDate } from '../reading/parseDate.ts'
import type { CensusCpPlan } from './censusChild.ts'
import { censusCode } from './censusCode.ts'
import type { ElementGroup } from './elementGroup.ts'

/** Reads one `ChildProtectionPlans` group with its review dates, in one `Reviews` group or, wrongly, in several. */
export function interpretCpPlan(group: ElementGroup, censusYear: number | undefined): CensusCpPlan {
  const reviews = group.group('Reviews')
  const parseCategory = censusCode('abuseCategory', censusYear)
  const plan = {
    line: group.line,
    startedOn: group.one('CPPstartDate', parseDate),
    endedOn: group.one('CPPendDate', parseDate),
    initialCategory: group.one('InitialCategoryOfAbuse', parseCategory),
    latestCategory: group.one('LatestCategoryOfAbuse', parseCategory),
    previousPlans: group.one('NumberOfPreviousCPP', parseCount),
    hasReviewsGroup: reviews !== undefined,
    reviewsOn: [
      ...(reviews?.many('CPPreviewDate', parseDate) ?? []),
      ...group.many('CPPreviewDate', parseDate),
    ],
  }
  reviews?.close()
  group.close()
  return plan
}
