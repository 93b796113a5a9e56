import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { readPairs } from '../rules/easyRead.ts'
import type { Audience, Ground, Origin, Paper, PaperPart, Showing } from '../rules/paper.ts'
import { recipientKey } from '../rules/paper.ts'

const paperRows = (work: Work) =>
  work
    .db<ChildProtectionTables & AgenciesTables>()
    .selectFrom('paper')
    .leftJoin('worker as author', 'author.id', 'paper.made_by')
    .leftJoin('worker as finisher', 'finisher.id', 'paper.finished_by')
    .leftJoin('worker as reader', 'reader.id', 'paper.read_through_by')
    .select([
      'paper.id',
      'paper.kind',
      'paper.meeting_id',
      'paper.invitee_id',
      'paper.person_ids',
      'paper.document_id',
      'paper.status',
      'paper.finished_at',
      'finisher.display_name as finished_by',
      'paper.replaces_id',
      'paper.correction_reason',
      'paper.made_by',
      'author.display_name as made_by_name',
      'paper.unread',
      'reader.display_name as read_through_by',
      'paper.hidden_words',
      'paper.hidden_decision',
      'paper.version',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof paperRows>['execute']>>[number]

const asPaper = (row: Row): readonly Paper[] =>
  row.meeting_id === null
    ? []
    : [
        {
          id: row.id,
          kind: row.kind,
          meetingId: row.meeting_id,
          inviteeId: row.invitee_id,
          personIds: row.person_ids,
          documentId: row.document_id,
          status: row.status,
          finishedAt: row.finished_at,
          finishedBy: row.finished_by,
          replacesId: row.replaces_id,
          correctionReason: row.correction_reason,
          madeBy: row.made_by,
          madeByName: row.made_by_name,
          unread: row.unread,
          readThroughBy: row.read_through_by,
          hiddenWords: row.hidden_words,
          hiddenDecision: row.hidden_decision,
          version: row.version,
        },
      ]

/** One paper of a meeting as the reader may read it, or null. */
export async function paperOf(work: Work, id: Uuid): Promise<Paper | null> {
  const row = await paperRows(work).where('paper.id', '=', id).executeTakeFirst()
  return row === undefined ? null : (asPaper(row)[0] ?? null)
}

/** The papers of a meeting, oldest first. */
export async function papersOf(work: Work, meetingId: Uuid): Promise<readonly Paper[]> {
  const rows = await paperRows(work).where('paper.meeting_id', '=', meetingId).orderBy('paper.id').execute()
  return rows.flatMap(asPaper)
}

/** The parts of a paper in their order, as far as the reader may read them. */
export async function partsOfPaper(work: Work, paperId: Uuid): Promise<readonly PaperPart[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('paper_part')
    .selectAll()
    .where('paper_id', '=', paperId)
    .where('removed_at', 'is', null)
    .orderBy('place')
    .orderBy('id') // two who add at once, or past a part that one of them does not see, take one place
    .execute()
  return rows.map(row => ({
    id: row.id,
    paperId: row.paper_id,
    place: row.place,
    heading: row.heading,
    words: row.words,
    personIds: row.person_ids,
    source: row.source,
    sourceWords: row.source_words,
    isThirdParty: row.is_third_party,
    offeredTo: row.offered_to as Audience[], // the table's own check allows no other word
    dataClass: row.data_class,
    line:
      row.asked_who === null ? null : { who: row.asked_who, personId: row.asked_of_id, byWhen: row.by_when },
    origin:
      row.origin === null || row.origin_id === null
        ? null
        : { kind: row.origin as Origin, id: row.origin_id, words: row.origin_words },
    pairs: readPairs(row.easy_read),
    version: row.version,
  }))
}

/** What was decided of each part of a paper for each recipient. */
export async function showingsOf(work: Work, paperId: Uuid): Promise<readonly Showing[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('part_showing as showing')
    .innerJoin('paper_part as part', 'part.id', 'showing.part_id')
    .select([
      'showing.id',
      'showing.part_id',
      'showing.recipient_id',
      'showing.invitee_id',
      'showing.shows',
      'showing.ground',
      'showing.why',
      'showing.version',
    ])
    .where('part.paper_id', '=', paperId)
    .where('part.removed_at', 'is', null)
    .execute()
  return rows.map(row => ({
    id: row.id,
    partId: row.part_id,
    recipientKey: recipientKey({ personId: row.recipient_id, inviteeId: row.invitee_id }),
    shows: row.shows,
    ground: row.ground as Ground | null, // the table's own check
    why: row.why,
    version: row.version,
  }))
}

/** Translations of a paper's parts into a language; `isOld` when the part was changed since. */
export async function translationsOf(work: Work, paperId: Uuid, lang: string) {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('part_translation as translation')
    .innerJoin('paper_part as part', 'part.id', 'translation.part_id')
    .select([
      'translation.id',
      'translation.part_id',
      'translation.heading',
      'translation.words',
      'translation.translator',
      'translation.of_version',
      'translation.version',
      'part.version as part_version',
    ])
    .where('part.paper_id', '=', paperId)
    .where('translation.lang', '=', lang)
    .execute()
  return rows.map(row => ({
    id: row.id,
    partId: row.part_id,
    heading: row.heading,
    words: row.words,
    translator: row.translator,
    isOld: row.of_version !== row.part_version,
    version: row.version,
  }))
}
