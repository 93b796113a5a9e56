import type { TimelineEntry, TimelineSource } from '#modules/casework'
import { harmKinds } from '../queries/harmKinds.ts'
import { harmOf } from '../queries/harmOf.ts'
import { shortLevels } from '../rules/words.ts'

/** Concerns and assessments of harm outside the home in a chronology. Ties stand on their own page: they tell of others. */
export const harmTimeline: TimelineSource = {
  name: 'harm-outside-home',
  async entries(work, personIds) {
    const { concerns, assessments } = await harmOf(work, personIds)
    if (concerns.length + assessments.length === 0) return []
    const kinds = await harmKinds(work)
    const line = (personId: TimelineEntry['personId']) => ({
      personId,
      source: 'Harm outside the home',
      href: `/people/${personId}/harm`,
    })
    const named = (codes: readonly string[]) => codes.map(code => kinds[code] ?? code).join(', ')
    return [
      ...concerns.flatMap(({ personId, kind, notedOn, endedOn, endReason }): TimelineEntry[] => [
        {
          ...line(personId),
          on: notedOn,
          title: `Concern: ${named([kind]).toLowerCase()}`,
          isSignificant: true,
        },
        ...(endedOn === null
          ? []
          : [
              {
                ...line(personId),
                on: endedOn,
                title: `Concern ended: ${named([kind]).toLowerCase()}`,
                text: endReason ?? '',
                isSignificant: false,
              },
            ]),
      ]),
      ...assessments.map(
        ({ personId, assessedOn, level, kinds: about }): TimelineEntry => ({
          ...line(personId),
          on: assessedOn,
          title: `Risk outside the home: ${shortLevels[level].toLowerCase()}`,
          text: `${named(about)}.`,
          isSignificant: true,
        }),
      ),
    ]
  },
}
