import type { TimelineSource } from '#modules/casework'
import { londonDate } from '#reference'
import { finishedPapers } from '../queries/finishedPapers.ts'
import { paperKinds } from '../rules/words.ts'

/** When papers were finished and shared, in a child's chronology: how many have it, and never who. */
export const sharingTimeline: TimelineSource = {
  name: 'sharing',
  async entries(work, personIds) {
    const papers = await finishedPapers(work, personIds)
    return papers.flatMap(({ id, kind, about, finishedAt, given }) =>
      personIds
        .filter(personId => about.includes(personId))
        .map(personId => ({
          personId,
          on: londonDate(finishedAt),
          at: finishedAt,
          title: `${paperKinds[kind]} finished`,
          ...(given > 0 ? { text: given === 1 ? 'Given to one person.' : `Given to ${given} people.` } : {}),
          source: 'Papers',
          isSignificant: false,
          href: `/papers/${id}`,
        })),
    )
  },
}
