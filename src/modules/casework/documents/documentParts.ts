import type { Updateable } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import { type HeldPart, readHeldPart } from './heldPart.ts'
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
  /** Whom it is wanted for while it waits for two people. */
  readonly wantedFor: readonly Audience[]
  readonly held: HeldPart | null
  readonly releasedBy: readonly Uuid[]
  /** Who said that they read a file that Kith cannot read. */
  readonly readThroughAt: Temporal.Instant | null
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
      'wanted_for',
      'held_because',
      'released_by',
      'read_through_at',
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
    wantedFor: (row.wanted_for ?? []) as Audience[], // as above
    held: readHeldPart(row.held_because),
    releasedBy: row.released_by,
    readThroughAt: row.read_through_at,
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
 * Changes a part.
 * @param part `version` as it was when the change was made up
 * @returns false when there is no such part of the document, or it was changed meanwhile
 */
export async function changePart(
  work: Work,
  part: { readonly id: Uuid; readonly documentId: Uuid; readonly version: number },
  values: Updateable<CaseworkTables['document_part']>,
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('document_part')
    .set({ ...values, version: part.version + 1 })
    .where('id', '=', part.id)
    .where('document_id', '=', part.documentId)
    .where('version', '=', part.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
