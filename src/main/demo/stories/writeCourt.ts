import { type ChronologyLine, chronologyOf, lineFrom } from '#modules/casework'
import type { Database } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { asLateStoryteller } from '../chronicle/asStoryteller.ts'
import { type Chronicle, openChronicle } from '../chronicle/chronicle.ts'
import { at } from '../chronicle/moments.ts'
import { writeChronicle } from '../chronicle/writeChronicle.ts'
import type { CourtStory } from './courtStory.ts'

/** Copies the lines that its maker reads, as the service does, and dates the document to the day on which it was made. */
export async function writeCourt(database: Database, story: CourtStory): Promise<void> {
  const maker = { id: story.by, class: 'practitioner' } as const
  const { lines } = await database.as(maker, 'demo', work =>
    chronologyOf(work, story.personIds, { isFull: false }),
  )
  const chronicle = openChronicle(story.teller.chronicle.now)
  const id = story.teller.dice.id()
  tellDocument(chronicle, id, story)
  tellCopied(chronicle, id, story, linesOf(lines, story))
  tellAdded(chronicle, id, story)
  await asLateStoryteller(database, work => writeChronicle(work, chronicle.take()))
}

/** Oldest first, and always in one order. */
function linesOf(lines: readonly ChronologyLine[], { from, until }: CourtStory): readonly ChronologyLine[] {
  return lines
    .filter(
      ({ on }) => Temporal.PlainDate.compare(on, from) >= 0 && Temporal.PlainDate.compare(on, until) <= 0,
    )
    .toSorted(
      (one, other) => Temporal.PlainDate.compare(one.on, other.on) || one.title.localeCompare(other.title),
    )
}

function tellDocument(chronicle: Chronicle, id: Uuid, story: CourtStory): void {
  const { teller, personIds, by, issuedOn } = story
  const made = at(story.madeOn, '10:15')
  chronicle.tell(
    'court_chronology',
    made,
    {
      id,
      person_ids: [...personIds],
      from_on: story.from,
      until_on: story.until,
      is_full: false,
      court: story.court,
      case_number: story.caseNumber,
      made_on: story.madeOn,
      made_by: by,
      issue: 0,
      version: 1,
    },
    [at(issuedOn, '09:30'), { issue: 1, issued_on: issuedOn, issued_by: by, version: 2 }],
  )
  for (const person_id of personIds)
    chronicle.tell('court_chronology_person', made, { id: teller.dice.id(), chronology_id: id, person_id })
}

function tellCopied(
  chronicle: Chronicle,
  id: Uuid,
  story: CourtStory,
  lines: readonly ChronologyLine[],
): void {
  const rows = lines.map(line => ({ id: story.teller.dice.id(), ...lineFrom(line) }))
  const curatedAt = at(story.curatedOn, '14:05')
  for (const row of rows) {
    const { mergedInto, ...words } = story.curate(row) ?? {}
    const into = rows.find(({ event }) => mergedInto !== undefined && event.startsWith(mergedInto))
    const change = { ...words, ...(into && { merged_into: into.id }) }
    const by = { curated_by: story.by, curated_at: curatedAt, version: 2 }
    chronicle.tell(
      'court_chronology_line',
      at(story.madeOn, '10:15'),
      {
        id: row.id,
        chronology_id: id,
        person_ids: [...row.personIds],
        happened_on: row.on,
        event: row.event,
        source: row.source,
        impact: row.impact,
        source_path: row.sourcePath,
        source_event: row.event,
        is_other_agency: false,
        is_hidden: false,
        version: 1,
      },
      ...(Object.keys(change).length > 0 ? [[curatedAt, { ...change, ...by }] as const] : []),
    )
  }
}

function tellAdded(
  chronicle: Chronicle,
  id: Uuid,
  { teller, personIds, by, curatedOn, added }: CourtStory,
): void {
  const curatedAt = at(curatedOn, '14:05')
  for (const line of added)
    chronicle.tell('court_chronology_line', curatedAt, {
      id: teller.dice.id(),
      chronology_id: id,
      person_ids: [...personIds],
      happened_on: line.on,
      event: line.event,
      said_by: line.saidBy,
      source: line.source,
      is_other_agency: true,
      impact: line.impact,
      action: line.action,
      is_hidden: false,
      version: 1,
      curated_by: by,
      curated_at: curatedAt,
    })
}
