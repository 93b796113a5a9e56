import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { CaseloadRule } from '../rules/caseloadRule.ts'

/** The authority's rule of caseload with its number. */
export async function readRule(work: Work): Promise<CaseloadRule> {
  const { counts, coWorking } = await readSetting(work, 'caseload.rule')
  return { limit: await readSetting(work, 'caseload.alert'), counts, coWorking }
}
