import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import { idOf } from './idOf.ts'
import type { KnownRow } from './knownRow.ts'
import { everyOne, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { Values } from './values.ts'
import type { Strand, World } from './world.ts'

/** @returns the workbook of each family with which a team works, and for each specialist's strand clinical notes of its worker and of another. */
export function strandRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  const families = everyOne(world.strands.map(one => one.familyId))
  return [
    ...families.map(familyId => workbookOf(world, familyId)),
    ...world.strands.flatMap((strand, at) => {
      const other = workerAt(sketch, sketch.strands[at]?.author ?? at)
      return everyOne([strand.workerId ?? other, other]).flatMap(authorId =>
        noteOf(sketch, strand, authorId, next),
      )
    }),
  ]
}

function workbookOf(world: World, familyId: Uuid): KnownRow {
  const members = world.familyMembers.filter(one => one.familyId === familyId)
  const strand = world.strands.find(one => one.familyId === familyId)
  return {
    table: 'workbook',
    id: workbookId(familyId),
    familyId,
    personIds: members.map(one => one.personId),
    teamId: strand?.teamId ?? null,
  }
}

/** Of the service of the strand's discipline: social work and family support keep none. */
function noteOf(sketch: Sketch, strand: Strand, authorId: Uuid, next: () => Uuid): readonly KnownRow[] {
  if (strand.discipline === 'social_work' || strand.discipline === 'family_support') return []
  const { id, personId, discipline, workerId } = strand
  return [
    {
      table: 'clinical_note',
      id: next(),
      personIds: [personId],
      strandId: id,
      discipline,
      workerId,
      authorId,
      originatorId: idOf(sketch.salt, 'organisation', 0),
      isClosed: strand.endedOn !== null,
    },
  ]
}

/** The id of a family's workbook follows from the family's. */
const workbookId = (familyId: Uuid): Uuid => {
  const at = Number.parseInt(familyId.slice(-12), 16) - 1
  return idOf(Number.parseInt(familyId.slice(0, 8), 16), 'workbook', at)
}

/** @returns the columns of a strand, each of a need of its own. */
export function strandValues(strand: Strand, name: string): Values {
  return {
    workbook_id: workbookId(strand.familyId),
    family_id: strand.familyId,
    team_id: strand.teamId,
    person_id: strand.personId,
    need_kind: name,
    need_noted_on: strand.startedOn,
    discipline: strand.discipline,
    works_with: strand.worksWith,
    worker_id: strand.workerId,
    offered_on: strand.startedOn,
    ended_on: strand.endedOn,
    end_reason: strand.endedOn === null ? null : 'aim_met',
  }
}

/** @returns the columns of a workbook or a clinical note, and null for any other row. */
export function strandRowValues(world: World, row: KnownRow, word: string): Values | null {
  const opened_on = londonDate(world.now).subtract({ days: 500 })
  if (row.table === 'workbook') return { family_id: row.familyId, team_id: row.teamId, opened_on }
  if (row.table !== 'clinical_note') return null
  return {
    person_id: row.personIds[0],
    strand_id: row.strandId,
    discipline: row.discipline,
    organisation_id: row.originatorId,
    author_id: row.authorId,
    happened_at: world.now.subtract({ hours: 30 }),
    body: word,
  }
}
