import { ledTeams } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { clockQuality } from './clockQuality.ts'
import { type QualityIssue, qualityIssues, qualitySources } from './qualityIssues.ts'

/** In the address of the data-quality page. */
export const TO_MEND = 'to-mend'

/** Whether something can be done about it in the record. What is due is work, and stands in My work as such. */
export const isToMend = ({ source, severity }: Pick<QualityIssue, 'source' | 'severity'>): boolean =>
  source !== clockQuality.name && severity !== 'information'

/** How much there is to mend: for children whom somebody leads, and of the teams that they direct. */
export type ToMend = { readonly own: number; readonly led: number; readonly ledTeamIds: readonly Uuid[] }

/** What the acting person finds on the data-quality page, counted. Out-of-hours duty has no such page, and answers for nobody. */
export async function qualityToMend(work: Work): Promise<ToMend> {
  const ledTeamIds = (await ledTeams(work, work.actor.id)).map(({ id }) => id)
  if (work.actor.class !== 'practitioner') return { own: 0, led: 0, ledTeamIds }
  const sources = qualitySources().filter(({ name }) => name !== clockQuality.name)
  const found = (await qualityIssues(work, sources)).filter(isToMend)
  const led = new Set(ledTeamIds)
  return {
    own: found.filter(({ workerId }) => workerId === work.actor.id).length,
    led: found.filter(({ teamId }) => teamId !== null && led.has(teamId)).length,
    ledTeamIds,
  }
}
