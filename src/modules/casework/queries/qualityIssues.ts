import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { oversightQuality } from '../oversight/oversightQuality.ts'
import type { QualityIssue, QualitySource } from '../registry/recordSection.ts'
import { registries } from '../registry/registries.ts'
import { censusItemsQuality } from './censusItemsQuality.ts'
import { clockQuality } from './clockQuality.ts'
import { answerableFor } from './qualityScope.ts'
import { referralItemsQuality } from './referralItemsQuality.ts'

/** Casework's own sources and those that other modules have registered, each once. */
export function qualitySources(): readonly QualitySource[] {
  const own = [clockQuality, censusItemsQuality, referralItemsQuality, oversightQuality]
  const others = registries.qualitySources.filter(({ name }) => own.every(one => one.name !== name))
  return [...own, ...others]
}

/** A finding with who answers for the child; nobody, when nobody holds them. */
export type AnsweredIssue = QualityIssue & { readonly workerId: Uuid | null; readonly teamId: Uuid | null }

const BATCH = 1000

/** Every finding of a source that the acting person may see, with who answers for the child. */
export async function qualityIssues(work: Work, source: QualitySource): Promise<readonly AnsweredIssue[]> {
  const found: QualityIssue[] = []
  for (;;) {
    const batch = await source.issues(work, found.length, BATCH)
    found.push(...batch)
    if (batch.length < BATCH) break
  }
  const holders = await answerableFor(work, [...new Set(found.map(issue => issue.personId))])
  return found.map(issue => ({
    ...issue,
    ...(holders.get(issue.personId) ?? { workerId: null, teamId: null }),
  }))
}
