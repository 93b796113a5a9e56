import { type ClockSource, clockChain, type Episode, readEpisodes } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { SupervisionTables } from '../tables.ts'

type Discussed = { readonly id: Uuid; readonly personId: Uuid; readonly on: Temporal.PlainDate }

const { compare } = Temporal.PlainDate

/**
 * SUPERVISION_CASE: from each time a child is discussed to the next, as long as the case is open without a break. It begins with the first
 * discussion; that a child was never discussed at all stands with their worker's supervision.
 */
export const discussionClockSource: ClockSource = {
  name: 'supervision',
  async derive(work, personIds, settings) {
    const discussed = await discussions(work, personIds)
    if (discussed.length === 0) return []
    const spells = spellsOf(await readEpisodes(work, personIds))
    const chains = Map.groupBy(discussed, one => `${one.personId} ${spellAt(spells, one)?.from ?? ''}`)
    return [...chains.values()].flatMap(([first, ...later]) => {
      if (first === undefined) return []
      return clockChain(
        {
          personId: first.personId,
          clock: 'SUPERVISION_CASE',
          triggerKind: 'case_direction',
          trigger: first,
          events: later,
          endedOn: spellAt(spells, first)?.until ?? null,
          endedBecause: 'The case was closed',
        },
        settings,
      )
    })
  },
}

/** A time in which a case was open without a break, by whatever referrals. */
type Spell = {
  readonly personId: Uuid
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate | null
}

function spellsOf(episodes: readonly Episode[]): readonly Spell[] {
  const spells: Spell[] = []
  for (const { personId, receivedOn: from, closedOn: until } of episodes.toSorted((one, other) =>
    compare(one.receivedOn, other.receivedOn),
  )) {
    const at = spells.findLastIndex(spell => spell.personId === personId)
    const last = spells[at]
    if (last === undefined || (last.until !== null && compare(last.until, from) < 0))
      spells.push({ personId, from, until })
    else if (last.until !== null && (until === null || compare(last.until, until) < 0))
      spells[at] = { ...last, until }
  }
  return spells
}

/** The one in which a child was discussed. */
function spellAt(spells: readonly Spell[], { personId, on }: Discussed): Spell | undefined {
  return spells.findLast(
    spell =>
      spell.personId === personId &&
      compare(spell.from, on) <= 0 &&
      (spell.until === null || compare(on, spell.until) <= 0),
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
