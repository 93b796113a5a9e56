import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { Strand } from '../rules/strand.ts'
import type { FamilySafeguardingTables } from '../tables.ts'

/** What a practitioner's own service keeps of somebody (class C2): in no record of the family, copy, search or count. */
export type ClinicalNote = {
  readonly id: Uuid
  readonly at: Temporal.Instant
  readonly authorId: Uuid
  readonly organisationId: Uuid
  readonly authorName: string
  readonly body: string
  readonly correctsId: Uuid | null
  readonly correctionReason: string | null
}

/** Notes of one strand that the reader's own service keeps, newest first. */
export async function clinicalNotes(work: Work, strandId: Uuid): Promise<readonly ClinicalNote[]> {
  const rows = await work
    .db<FamilySafeguardingTables & AgenciesTables>()
    .selectFrom('clinical_note as note')
    .leftJoin('worker', 'worker.id', 'note.author_id')
    .selectAll('note')
    .select('worker.display_name')
    .where('note.strand_id', '=', strandId)
    .orderBy('note.happened_at', 'desc')
    .orderBy('note.id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    at: row.happened_at,
    authorId: row.author_id,
    organisationId: row.organisation_id,
    authorName: row.display_name ?? 'A worker',
    body: row.body,
    correctsId: row.corrects_id,
    correctionReason: row.correction_reason,
  }))
}

/** The organisation that employs the acting person: the controller of what they note. */
export async function ownOrganisation(work: Work): Promise<Uuid | null> {
  const row = await work
    .db<AgenciesTables>()
    .selectFrom('worker')
    .select('organisation_id')
    .where('id', '=', work.actor.id)
    .executeTakeFirst()
  return row?.organisation_id ?? null
}

export type NewClinicalNote = {
  readonly at: Temporal.Instant
  readonly body: string
  /** Why another note is corrected, and which. */
  readonly reason?: string
  readonly corrects?: Uuid
  readonly submission: Uuid
}

/** Keeps a note for the author's own service. It is never changed. @returns false where it was kept or corrected before */
export async function keepClinicalNote(
  work: Work,
  strand: Pick<Strand, 'id' | 'personId' | 'discipline'>,
  organisationId: Uuid,
  note: NewClinicalNote,
): Promise<boolean> {
  const { discipline } = strand
  if (discipline === 'social_work' || discipline === 'family_support')
    throw new Error('No clinical notes of this discipline')
  const kept = await work
    .db<FamilySafeguardingTables>()
    .insertInto('clinical_note')
    .values({
      id: makeUuid(),
      person_id: strand.personId,
      strand_id: strand.id,
      discipline,
      organisation_id: organisationId,
      author_id: work.actor.id,
      happened_at: note.at,
      body: note.body,
      corrects_id: note.corrects ?? null,
      correction_reason: note.reason ?? null,
      submission: note.submission,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return kept.numInsertedOrUpdatedRows === 1n
}
