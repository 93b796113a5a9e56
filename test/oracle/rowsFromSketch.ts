import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import type { Sketch } from './sketch.ts'
import { tables } from './tables.ts'
import type { World } from './world.ts'
import { idOf } from './worldFromSketch.ts'

/** Tables whose rows are facts of the world, or that stand for several people: all others get rows of their own. */
const made = [
  'worker',
  'team',
  'post',
  'duty_shift',
  'person',
  'family_member',
  'allocation',
  'involvement',
  'family',
  'household',
  'household_member',
  'note',
  'note_person',
  'relationship',
  'person_address',
]

/** @returns rows of every table of the record for the world of this sketch, each under an id of its own. */
export function rowsFromSketch(sketch: Sketch, world: World): readonly KnownRow[] {
  let count = 0
  const next = () => idOf(sketch.salt, 'row', count++)
  const person = (at: number) => idOf(sketch.salt, 'person', at % sketch.people.length)
  return [
    ...factRows(world, next),
    ...groupRows(sketch, world, next),
    ...noteRows(sketch, next),
    ...sketch.relationships.flatMap(({ from, to }) =>
      person(from) === person(to)
        ? []
        : [{ table: 'relationship', id: next(), personIds: [person(from), person(to)] }],
    ),
    ...addressRows(sketch, world, next),
    ...ownRows(sketch, next),
  ]
}

function factRows(world: World, next: () => Uuid): readonly KnownRow[] {
  return [
    ...world.workers.map(fact => ({ table: 'worker', id: fact.id, personIds: [], fact })),
    ...world.teams.map(fact => ({ table: 'team', id: fact.id, personIds: [], fact })),
    ...world.posts.map(fact => ({ table: 'post', id: next(), personIds: [], fact })),
    ...world.shifts.map(fact => ({ table: 'duty_shift', id: next(), personIds: [], fact })),
    ...world.people.map(fact => ({ table: 'person', id: fact.id, personIds: [fact.id], fact })),
    ...world.familyMembers.map(fact => ({
      table: 'family_member',
      id: next(),
      personIds: [fact.personId],
      familyId: fact.familyId,
      fact,
    })),
    ...world.allocations.map(fact => ({
      table: 'allocation',
      id: next(),
      personIds: [fact.personId],
      fact,
    })),
    ...world.involvements.map(fact => ({
      table: 'involvement',
      id: next(),
      personIds: [fact.personId],
      fact,
    })),
  ]
}

/** Families by those ever in them; a household by those ever in it and in its family, since either makes it readable. */
function groupRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  const rows: KnownRow[] = []
  const everIn = (familyId: Uuid) =>
    world.familyMembers.filter(member => member.familyId === familyId).map(member => member.personId)
  for (let at = 0; at < sketch.families; at++) {
    const familyId = idOf(sketch.salt, 'family', at)
    rows.push({ table: 'family', id: familyId, familyId, personIds: everIn(familyId) })
  }
  for (const [at, household] of sketch.households.entries()) {
    const householdId = idOf(sketch.salt, 'household', at)
    const familyId = idOf(sketch.salt, 'family', household.family % sketch.families)
    const members = peopleAt(sketch, household.people)
    const personIds = [...members, ...everIn(familyId).filter(id => !members.includes(id))]
    rows.push({ table: 'household', id: householdId, householdId, familyId, personIds })
    for (const member of members) {
      rows.push({ table: 'household_member', id: next(), householdId, personIds: [member] })
    }
  }
  return rows
}

function noteRows(sketch: Sketch, next: () => Uuid): readonly KnownRow[] {
  return sketch.notes.flatMap((note, at) => {
    const noteId = idOf(sketch.salt, 'note', at)
    const authorId = idOf(sketch.salt, 'worker', note.author % sketch.workers.length)
    const personIds = peopleAt(sketch, note.people)
    return [
      { table: 'note', id: noteId, noteId, personIds, authorId },
      ...personIds.map(id => ({ table: 'note_person', id: next(), noteId, personIds: [id], authorId })),
    ]
  })
}

/** Directories get one row, every other table rows of two to four people; addresses have a function of their own. */
function ownRows(sketch: Sketch, next: () => Uuid): readonly KnownRow[] {
  const rows: KnownRow[] = []
  for (const [at, [table, kind]] of Object.entries(tables).entries()) {
    if (made.includes(table)) continue
    if (kind === 'directory') {
      rows.push({ table, id: ownId(sketch, table, next), personIds: [] })
      continue
    }
    for (const personId of peopleAt(sketch, sketch.owners[at % sketch.owners.length] ?? [])) {
      rows.push({ table, id: next(), personIds: [personId] })
    }
  }
  return rows
}

/** Everyone's confidential address, and for some an open one beside it. */
function addressRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  const table = 'person_address'
  return [
    ...world.people.map(({ id }) => ({ table, id: next(), personIds: [id], isConfidential: true })),
    ...peopleAt(sketch, sketch.owners[0] ?? []).map(id => ({
      table,
      id: next(),
      personIds: [id],
      isConfidential: false,
    })),
  ]
}

/** An area is known by the id that teams and leaders name it by. */
function ownId(sketch: Sketch, table: string, next: () => Uuid): Uuid {
  return table === 'service_area' ? idOf(sketch.salt, 'area', 0) : next()
}

/** The people at these places, each once, counted round. */
function peopleAt(sketch: Sketch, places: readonly number[]): readonly Uuid[] {
  const ids: Uuid[] = []
  for (const place of places) {
    const id = idOf(sketch.salt, 'person', place % sketch.people.length)
    if (!ids.includes(id)) ids.push(id)
  }
  return ids
}
