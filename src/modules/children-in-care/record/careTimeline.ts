import type { TimelineEntry, TimelineSource } from '#modules/casework'
import { periodsOf } from '../queries/periodsOf.ts'
import type { Period } from '../rules/period.ts'
import { endReasons, legalStatuses } from '../rules/words.ts'

/** When a child came into care and left it, in a chronology and in the journey. */
export const careTimeline: TimelineSource = {
  name: 'care',
  async entries(work, personIds) {
    return (await periodsOf(work, personIds)).flatMap(periodLines)
  },
  async bands(work, personIds) {
    return (await periodsOf(work, personIds)).map(({ personId, startedOn, ended }) => ({
      personId,
      row: 'care' as const,
      startedOn,
      endedOn: ended?.on ?? null,
      label: 'Looked after',
    }))
  },
}

function periodLines({ personId, startedOn, beganUnder, ended }: Period): readonly TimelineEntry[] {
  const line = { personId, source: 'In care', isSignificant: true, href: `/people/${personId}/care` }
  const began = {
    ...line,
    on: startedOn,
    title: 'Became looked after',
    text: `${legalStatuses[beganUnder]}.`,
  }
  if (ended === null) return [began]
  return [
    began,
    { ...line, on: ended.on, title: 'Looked after no longer', text: `${endReasons[ended.why]}.` },
  ]
}
