import type { WorkSource } from '#modules/casework'
import { chapterSummariesOf } from './ownChapters.ts'
import { firstContactsOf, tasksOf } from './ownStrands.ts'

/** What somebody of the team has to do in workbooks: people to meet, the month of their chapter, what group supervision gave them. */
export const teamWorkSource: WorkSource = {
  name: 'family-safeguarding',
  items: async (work, workerId) => [
    ...(await firstContactsOf(work, workerId)),
    ...(await chapterSummariesOf(work, workerId)),
    ...(await tasksOf(work, workerId)),
  ],
}
