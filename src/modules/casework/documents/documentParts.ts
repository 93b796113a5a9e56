import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import type { Audience, SourceKind } from './words.ts'

/** A part of a document: whose it is, and who may be shown it (nobody, until somebody decided). */
export type DocumentPart = {
  readonly id: Uuid
  readonly place: number
  readonly label: string
  readonly pages: string | null
  readonly sourceKind: SourceKind
  readonly sourceName: string | null
  readonly isThirdParty: boolean
  readonly mayBeShownTo: readonly Audience[]
  readonly decidedAt: Temporal.Instant | null
  readonly version: number
}

/** The parts of a document in their order. */
export async function partsOf(work: Work, documentId: Uuid): Promise<readonly DocumentPart[]> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('document_part')
    .select([
      'id',
      'place',
      'label',
      'pages',
      'source_kind',
      'source_name',
      'is_third_party',
      'may_be_shown_to',
      'decided_at',
      'version',
    ])
    .where('document_id', '=', documentId)
    .orderBy('place')
    .execute()
  return rows.map(row => ({
    id: row.id,
    place: row.place,
    label: row.label,
    pages: row.pages,
    sourceKind: row.source_kind,
    sourceName: row.source_name,
    isThirdParty: row.is_third_party,
    mayBeShownTo: row.may_be_shown_to as Audience[], // the table's own check allows no other word
    decidedAt: row.decided_at,
    version: row.version,
  }))
}

export type NewPart = Pick<DocumentPart, 'label' | 'pages' | 'sourceKind' | 'sourceName' | 'isThirdParty'>

/** Adds a part behind those there are; nobody may be shown it yet. */
export async function addPart(work: Work, documentId: Uuid, part: NewPart): Promise<void> {
  const before = await partsOf(work, documentId)
  await work
    .db<CaseworkTables>()
    .insertInto('document_part')
    .values({
      id: makeUuid(),
      document_id: documentId,
      place: (before.at(-1)?.place ?? 0) + 1,
      label: part.label,
      pages: part.pages,
      source_kind: part.sourceKind,
      source_name: part.sourceName,
      is_third_party: part.isThirdParty,
    })
    .execute()
}

/**
 * Decides who may be shown a part (domain rule AC4).
 * @param version of the part that the decision was made on
 * @returns false when there is no such part of the document, or it was changed meanwhile
 */
export async function decidePart(
  work: Work,
  documentId: Uuid,
  part: { readonly id: Uuid; readonly version: number; readonly mayBeShownTo: readonly Audience[] },
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('document_part')
    .set({
      may_be_shown_to: [...part.mayBeShownTo],
      decided_by: work.actor.id,
      decided_at: work.now,
      version: part.version + 1,
    })
    .where('id', '=', part.id)
    .where('document_id', '=', documentId)
    .where('version', '=', part.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
