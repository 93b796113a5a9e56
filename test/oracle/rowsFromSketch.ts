import type { Uuid } from '#platform/ids'
import { accountRows } from './accountRows.ts'
import { adultRows } from './adultRows.ts'
import { agencyRows } from './agencyRows.ts'
import { attendanceRows } from './attendanceRows.ts'
import { broughtRows } from './broughtRows.ts'
import { contactRows } from './contactRows.ts'
import { disputeRows } from './disputeRows.ts'
import { factRows, factTables } from './factRows.ts'
import { harmRows } from './harmRows.ts'
import { idOf } from './idOf.ts'
import type { KnownRow } from './knownRow.ts'
import { meetingRows } from './meetingRows.ts'
import { needRows } from './needRows.ts'
import { paperRows } from './paperRows.ts'
import { partnerRows } from './partnerRows.ts'
import { everyOne, peopleAt, workerAt } from './placesInSketch.ts'
import { proposedRows } from './proposedRows.ts'
import { relationshipRows } from './relationshipRows.ts'
import { schoolRows } from './schoolRows.ts'
import { sharedRows } from './sharedRows.ts'
import type { Sketch } from './sketch.ts'
import { staffRows } from './staffRows.ts'
import { strandRows } from './strandRows.ts'
import { type TableKind, tables } from './tables.ts'
import { taskRows } from './taskRows.ts'
import { toldToOthersRows } from './toldToOthersRows.ts'
import { workforceRows } from './workforceRows.ts'
import type { World } from './world.ts'

/** Tables that have a function of their own here; all others but the facts' get rows of some people. */
const made = [
  ...factTables,
  'family',
  'household',
  'household_member',
  'note',
  'note_person',
  'relationship',
  'relationship_quality',
  'adult_relationship_quality',
  'pregnancy_end',
  'twin_likeness',
  'merge',
  'merge_row',
  'not_same_person',
  'person_address',
  'document_person',
  'letter_person',
  'court_chronology_person',
  'need',
  'task',
  'legal_advice',
  'case_direction',
  'protection_team',
  'protection_team_member',
  'family_account',
  'portal_alarm',
  'family_channel',
  'partner_system',
  'subscription',
  'health_sender',
  'neighbour_council',
  'nursing_area',
  'attendance_tally',
  'organisation',
  'school_placement',
]

/** @returns rows of every table of the record for the world of this sketch, each under an id of its own. */
export function rowsFromSketch(sketch: Sketch, world: World): readonly KnownRow[] {
  let count = 0
  const next = () => idOf(sketch.salt, 'row', count++)
  return [
    ...factRows(world, next),
    ...groupRows(sketch, world, next),
    ...noteRows(sketch, next),
    ...relationshipRows(sketch, next),
    ...addressRows(sketch, world, next),
    ...contactRows(sketch, world, next),
    ...meetingRows(sketch, world, next),
    ...disputeRows(sketch, world, next),
    ...paperRows(sketch, next),
    ...needRows(sketch, world, next),
    ...adultRows(sketch, world, next),
    ...taskRows(sketch, world, next),
    ...strandRows(sketch, world, next),
    ...sharedRows(sketch, world, next),
    ...workforceRows(next),
    ...staffRows(sketch, world, next),
    ...harmRows(sketch, next),
    ...adviceRows(sketch, next),
    ...ledRows(world, next),
    ...protectionTeamRows(next),
    ...ownRows(sketch, next),
    ...broughtRows(sketch, world, next),
    ...accountRows(sketch, next),
    ...toldToOthersRows(sketch, next),
    ...attendanceRows(sketch, world, next),
    ...world.organisations.map(({ id }) => ({ table: 'organisation', id, personIds: [] })),
    ...partnerRows(sketch, world, next),
    ...agencyRows(sketch, next),
    ...schoolRows(sketch, next),
    ...proposedRows(sketch, next),
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
    const personIds = everyOne([...members, ...everIn(familyId)])
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
    const authorId = workerAt(sketch, note.author)
    const personIds = peopleAt(sketch, note.people)
    return [
      { table: 'note', id: noteId, noteId, personIds, authorId },
      ...personIds.map(id => ({
        table: 'note_person',
        id: next(),
        noteId,
        personIds: [id],
        notePersonIds: personIds,
        authorId,
        isNamed: true,
      })),
    ]
  })
}

/** Enquiries of those for whom somebody leads the child protection work. */
const ledRows = (world: World, next: () => Uuid): readonly KnownRow[] =>
  world.protectionLeads.map(({ personId, workerId }) => ({
    table: 's47_enquiry',
    id: next(),
    personIds: [personId],
    authorId: workerId,
  }))

/** Legal advice about one or two, with the few who may read it. */
function adviceRows(sketch: Sketch, next: () => Uuid): readonly KnownRow[] {
  return sketch.advice.map(({ author, people, readers }) => ({
    table: 'legal_advice',
    id: next(),
    personIds: peopleAt(sketch, people),
    authorId: workerAt(sketch, author),
    readerIds: everyOne(readers.map(at => workerAt(sketch, at))),
  }))
}

/** A multi-agency team and somebody of it. */
function protectionTeamRows(next: () => Uuid): readonly KnownRow[] {
  const paperId = next()
  return [
    { table: 'protection_team', id: paperId, personIds: [] },
    { table: 'protection_team_member', id: next(), paperId, personIds: [] },
  ]
}

/** Kinds of table whose rows come from elsewhere. */
const ofTheirOwn: readonly TableKind[] = [
  'several',
  'contact',
  'harm',
  'meeting',
  'dispute',
  'paper',
  'C1',
  'C2',
  'workforce',
  'staff',
  'visit',
  'partner',
  'agency',
  'school',
  'told',
]

/** Directories get one row, every other table rows of two to four people; addresses have a function of their own. */
function ownRows(sketch: Sketch, next: () => Uuid): readonly KnownRow[] {
  const rows: KnownRow[] = []
  for (const [at, [table, kind]] of Object.entries(tables).entries()) {
    if (made.includes(table) || ofTheirOwn.includes(kind)) continue
    if (kind === 'directory') {
      rows.push({ table, id: ownId(sketch, table, next), personIds: [] })
      continue
    }
    const owners = peopleAt(sketch, sketch.owners[at % sketch.owners.length] ?? [])
    for (const [place, personId] of owners.entries()) {
      const other = owners.at(place - 1) ?? personId
      rows.push({ table, id: next(), personIds: [personId], ...marks(table, place % 2 === 0, other) })
    }
  }
  return rows
}

/** Tables whose rows name somebody beside the child. */
const namesAnother = ['plan_share', 'family_group_offer', 'core_group_member']

/** What every second row of some tables is, and to whom a plan was given. */
function marks(table: string, isSecond: boolean, aboutId: Uuid): Partial<KnownRow> {
  if (namesAnother.includes(table)) return { aboutId }
  if (table === 'assessment' || table === 'assessment_factor') return { isClosed: isSecond }
  return table === 'clock' ? { isOfPlan: isSecond } : {}
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
