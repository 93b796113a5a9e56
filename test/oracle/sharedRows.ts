import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { KnownRow } from './knownRow.ts'
import { everyOne, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { Values } from './values.ts'
import type { Strand, World } from './world.ts'

/** @returns what a team writes of its work on some strands: about the strand's person, and about another of the family beside. */
export function sharedRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  return world.strands.slice(0, 5).flatMap((strand, at) => {
    const other = workerAt(sketch, sketch.strands[at]?.author ?? at)
    const writer = strand.workerId ?? other
    const leader = leaderOf(world, strand) ?? other
    const about = peopleOf(world, strand, at)
    const of = { familyId: strand.familyId, teamId: strand.teamId, strandId: strand.id }
    const entry = (table: string, authorId: Uuid, personIds = about) => ({
      ...{ ...of, table, id: next(), personIds, authorId },
    })
    const held: KnownRow = {
      ...{ ...of, table: 'group_supervision', id: next(), writerId: leader },
      personIds: everyOne(membersOf(world, strand)),
    }
    const part = { ...entry('supervision_part', leader), paperId: held.id, writerId: leader }
    const alone = [strand.personId]
    return [
      ...[writer, other, leader].map(author => entry('practice_session', author)),
      entry('chapter_summary', at % 2 === 0 ? writer : leader),
      entry('module_progress', writer, alone),
      held,
      part,
      { ...part, id: next(), authorId: writer },
      entry('family_feedback', leader, alone),
      entry('outcome_measure', other, alone),
    ]
  })
}

/** Somebody who ever held a child of the family. */
function leaderOf(world: World, strand: Strand): Uuid | undefined {
  const members = membersOf(world, strand)
  const held = world.allocations.filter(one => one.workerId !== null && members.includes(one.personId))
  return held.find(one => one.role !== 'lead_practitioner')?.workerId ?? undefined
}

function membersOf(world: World, { familyId }: Strand): readonly Uuid[] {
  return world.familyMembers.filter(one => one.familyId === familyId).map(one => one.personId)
}

/** The strand's person alone, or with the one of the family who comes at this place. */
function peopleOf(world: World, strand: Strand, at: number): readonly Uuid[] {
  const others = membersOf(world, strand).filter(id => id !== strand.personId)
  const second = at % 2 === 0 ? undefined : others[at % others.length]
  return second === undefined ? [strand.personId] : [strand.personId, second]
}

/** @returns the columns of such a row, and null for any other. */
export function sharedValues(world: World, row: KnownRow, word: string): Values | null {
  const on = londonDate(world.now).subtract({ days: 30 })
  const strand = world.strands.find(one => one.id === row.strandId)
  if (strand === undefined || row.familyId === undefined) return null
  const chapter = { discipline: strand.discipline, works_with: strand.worksWith }
  const of = { family_id: row.familyId, person_ids: row.personIds, author_id: row.authorId }
  const made: Readonly<Record<string, Values>> = {
    practice_session: {
      ...{ ...of, ...chapter, strand_id: strand.id, happened_at: world.now.subtract({ hours: 30 }) },
      ...{ kind: 'session', words: word },
    },
    chapter_summary: { ...of, ...chapter, month: monthOf(row.id), words: word, shared_on: on },
    module_progress: { ...of, module: 1, state: 'begun', on_day: on },
    group_supervision: { family_id: row.familyId, held_on: on, facilitator_id: row.writerId },
    supervision_part: { ...of, supervision_id: row.paperId, kind: 'contribution', words: word },
    family_feedback: {
      ...{ ...of, team_id: row.teamId, occasion: 'plan' },
      ...{ outcome: 'not_given', on_day: on },
    },
    outcome_measure: { ...of, team_id: row.teamId, measure: 'drinking', value: 3, on_day: on },
  }
  return made[row.table] ?? null
}

/** A month of its own for each row. */
function monthOf(id: Uuid): string {
  const at = Number.parseInt(id.slice(-4), 16) % 1200
  return `${1950 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
}
