import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'
import { papersUntil } from '../rules/meeting.ts'

/** The last day on which those invited read the papers of a meeting planned for this moment, as the authority has it now. */
export const papersOpenUntil = async (work: Work, plannedAt: Temporal.Instant): Promise<Temporal.PlainDate> =>
  papersUntil(plannedAt, await readSetting(work, 'papers.days'))
