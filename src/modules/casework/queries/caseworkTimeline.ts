import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { TimelineEntry, TimelineSource } from '../registry/timelineSource.ts'
import { kindWords, noteTitle, withdrawn } from '../rules/visitWords.ts'
import type { CaseworkTables } from '../tables.ts'
import { caseworkBands } from './caseworkBands.ts'

/** What the record itself adds to a chronology: significant events, notes, and who held the case. */
export const caseworkTimeline: TimelineSource = {
  name: 'casework',
  async entries(work, personIds) {
    if (personIds.length === 0) return []
    const corrected = await correctedNotes(work, personIds)
    const stands = (personId: Uuid, noteId: Uuid | null) =>
      noteId === null || !corrected.has(`${personId} ${noteId}`)
    const events = (await significantEvents(work, personIds)).filter(one => stands(one.personId, one.noteId))
    const marked = new Set(events.map(one => `${one.personId} ${one.noteId}`))
    const notes = (await noteEntries(work, personIds)).filter(
      one => stands(one.personId, one.noteId) && !marked.has(`${one.personId} ${one.noteId}`),
    )
    return [
      ...[...events, ...notes].map(({ noteId: _, ...entry }) => entry),
      ...(await holders(work, personIds)),
    ]
  },
  bands: caseworkBands,
}

type OfNote = TimelineEntry & { readonly noteId: Uuid | null }

async function correctedNotes(work: Work, personIds: readonly Uuid[]): Promise<ReadonlySet<string>> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('note_person')
    .select(['person_id', 'corrects_note_id'])
    .where('person_id', 'in', personIds)
    .where('corrects_note_id', 'is not', null)
    .execute()
  return new Set(rows.map(row => `${row.person_id} ${row.corrects_note_id}`))
}

async function significantEvents(work: Work, personIds: readonly Uuid[]): Promise<OfNote[]> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('significant_event as event')
    .leftJoin('note', 'note.id', 'event.note_id')
    .select([
      'event.person_id',
      'event.happened_on',
      'event.description',
      'event.source',
      'event.impact',
      'event.note_id',
      'note.id as visibleNote',
      'note.kind',
      'note.happened_at',
    ])
    .where('event.person_id', 'in', personIds)
    .execute()
  return rows.map(row => ({
    personId: row.person_id,
    noteId: row.note_id,
    on: row.happened_on,
    ...(row.happened_at ? { at: row.happened_at } : {}),
    title: row.description,
    source: row.source ?? (row.kind ? kindWords[row.kind] : 'Significant event'),
    ...(row.impact ? { impact: row.impact } : {}),
    isSignificant: true,
    ...(row.visibleNote ? { href: `/notes/${row.visibleNote}` } : {}),
  }))
}

async function noteEntries(work: Work, personIds: readonly Uuid[]): Promise<OfNote[]> {
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('note_person as part')
    .leftJoin('note', 'note.id', 'part.note_id')
    .leftJoin('worker', 'worker.id', 'note.author_id')
    .select([
      'part.person_id',
      'part.note_id',
      'part.happened_at',
      'part.kind',
      'part.outcome',
      'note.id as visibleNote',
      'note.purpose',
      'worker.display_name',
    ])
    .where('part.person_id', 'in', personIds)
    .where('part.outcome', '<>', withdrawn)
    .execute()
  return rows.map(row => ({
    personId: row.person_id,
    noteId: row.note_id,
    on: londonDate(row.happened_at),
    at: row.happened_at,
    title: noteTitle({ kind: row.kind, purpose: row.purpose, outcome: row.outcome }),
    ...(row.display_name ? { text: `Recorded by ${row.display_name}` } : {}),
    source: kindWords[row.kind as keyof typeof kindWords] ?? 'Note',
    isSignificant: false,
    ...(row.visibleNote ? { href: `/notes/${row.visibleNote}` } : {}),
  }))
}

async function holders(work: Work, personIds: readonly Uuid[]): Promise<TimelineEntry[]> {
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('allocation')
    .innerJoin('team', 'team.id', 'allocation.team_id')
    .leftJoin('worker', 'worker.id', 'allocation.worker_id')
    .select([
      'allocation.person_id',
      'allocation.role',
      'allocation.started_on',
      'allocation.reason',
      'team.name as team',
      'worker.display_name',
    ])
    .where('allocation.person_id', 'in', personIds)
    .where('allocation.started_on', '<=', work.today)
    .execute()
  return rows.map(row => ({
    personId: row.person_id,
    on: row.started_on,
    title: row.display_name ? `Allocated to ${row.display_name}` : 'Placed in a team’s queue',
    text: [`${row.role.replaceAll('_', ' ')}, ${row.team}`, ...(row.reason ? [row.reason] : [])].join('. '),
    source: 'Allocation',
    isSignificant: row.role === 'lead_social_worker' || row.role === 'lead_practitioner',
  }))
}
