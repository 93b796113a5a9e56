import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { moduleNames } from '../modules/moduleNames.ts'
import { latestSteps, type ModuleStep, stepsOf } from '../modules/progress.ts'
import type { Strand } from '../rules/strand.ts'
import type { Session } from '../sessions/session.ts'
import { sessionsOf } from '../sessions/sessionsOf.ts'
import { strandsOf } from '../workbook/queries/strandsOf.ts'
import { type Summary, summariesOf } from './summaries.ts'

/** What the drafts of a family's assessments are composed of: nothing is typed for them. */
export type ChapterWriting = {
  readonly strands: readonly Strand[]
  readonly summaries: readonly Summary[]
  readonly sessions: readonly Session[]
  /** The last step of each person and module. */
  readonly steps: readonly ModuleStep[]
  readonly moduleNames: Readonly<Record<string, string>>
}

export const chapterWriting = async (work: Work, familyId: Uuid): Promise<ChapterWriting> => ({
  strands: await strandsOf(work, familyId),
  summaries: await summariesOf(work, familyId),
  sessions: await sessionsOf(work, familyId),
  steps: [...latestSteps(await stepsOf(work, familyId)).values()],
  moduleNames: await moduleNames(work),
})
