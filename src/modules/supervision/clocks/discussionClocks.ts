import { type ClockSource, clockChain, type Episode, readEpisodes } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { SupervisionTables } from '../tables.ts'

type Discussed = { readonly id: Uuid; readonly personId: Uuid; readonly on: Temporal.PlainDate }

const { compare } = Temporal.PlainDate

/**
 * SUPERVISION_CASE: from each time a child is discussed to the next, in each episode of need apart. It begins with the first discussion; that a
 * child was never discussed at all stands with their worker's supervision.
 */
export const discussionClockSource: ClockSource = {
  name: 'supervision',
  async derive(work, personIds, settings) {
    const discussed = await discussions(work, personIds)
    if (discussed.length === 0) return []
    const episodes = await readEpisodes(work, personIds)
    const chains = Map.groupBy(discussed, one => `${one.personId} ${episodeAt(episodes, one)?.id ?? ''}`)
    return [...chains.values()].flatMap(([first, ...later]) => {
      if (first === undefined) return []
      const endedOn = episodeAt(episodes, first)?.closedOn ?? null
      return clockChain(
        {
          personId: first.personId,
          clock: 'SUPERVISION_CASE',
          triggerKind: 'case_direction',
          trigger: first,
          events: later,
          endedOn,
          endedBecause: 'The case was closed',
        },
        settings,
      )
    })
  },
}

/** The episode of need in which a child was discussed: the latest that had begun and had not ended before. */
function episodeAt(episodes: readonly Episode[], { personId, on }: Discussed): Episode | undefined {
  return episodes.findLast(
    episode =>
      episode.personId === personId &&
      compare(episode.receivedOn, on) <= 0 &&
      (episode.closedOn === null || compare(on, episode.closedOn) <= 0),
  )
}

/** One for each day on which a child was discussed, oldest first. */
async function discussions(work: Work, personIds: readonly Uuid[]): Promise<readonly Discussed[]> {
  const rows = await work
    .db<SupervisionTables>()
    .selectFrom('case_direction')
    .select(['id', 'person_id', 'discussed_on'])
    .where(eb => eb('person_id', '=', eb.fn.any(eb.val([...personIds]))))
    .orderBy('discussed_on')
    .orderBy('id')
    .execute()
  const days = new Map<string, Discussed>()
  for (const { id, person_id: personId, discussed_on: on } of rows)
    if (!days.has(`${personId} ${on}`)) days.set(`${personId} ${on}`, { id, personId, on })
  return [...days.values()]
}
