import type { Insertable, Updateable } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { partsOfPaper } from '../queries/readPapers.ts'
import type { Paper, PaperPart } from '../rules/paper.ts'
import type { PaperKind } from '../rules/words.ts'

type PartRow = ChildProtectionTables['paper_part']

/** Begins a paper for a meeting. @param id of the form: sent twice, begun once */
export async function beginPaper(
  work: Work,
  paper: {
    readonly id: Uuid
    readonly kind: PaperKind
    readonly meetingId: Uuid
    readonly personIds: readonly Uuid[]
    readonly inviteeId: Uuid | null
    readonly documentId?: Uuid | null
    readonly unread?: string | null
    readonly hiddenWords?: string | null
    /** The finished paper that this one corrects, and what in it. */
    readonly replaces?: { readonly id: Uuid; readonly reason: string } | null
  },
): Promise<void> {
  await work
    .db<ChildProtectionTables>()
    .insertInto('paper')
    .values({
      id: paper.id,
      kind: paper.kind,
      meeting_id: paper.meetingId,
      invitee_id: paper.inviteeId,
      person_ids: [...paper.personIds],
      document_id: paper.documentId ?? null,
      unread: paper.unread ?? null,
      hidden_words: paper.hiddenWords ?? null,
      replaces_id: paper.replaces?.id ?? null,
      correction_reason: paper.replaces?.reason ?? null,
    })
    .execute()
}

/** What a part says, as the columns of its row. */
export type PartWanted = Omit<PaperPart, 'id' | 'paperId' | 'place' | 'version'>

const columns = (part: PartWanted) => ({
  heading: part.heading,
  words: part.words,
  person_ids: [...part.personIds],
  source: part.source,
  source_words: part.sourceWords,
  is_third_party: part.isThirdParty,
  offered_to: [...part.offeredTo],
  data_class: part.dataClass,
  asked_who: part.line?.who ?? null,
  asked_of_id: part.line?.personId ?? null,
  by_when: part.line?.byWhen ?? null,
  origin: part.origin?.kind ?? null,
  origin_id: part.origin?.id ?? null,
  origin_words: part.origin?.words ?? null,
  easy_read: JSON.stringify(part.pairs),
})

/** Adds parts behind those there are. */
export async function addParts(work: Work, paperId: Uuid, parts: readonly PartWanted[]): Promise<void> {
  if (parts.length === 0) return
  const last = (await partsOfPaper(work, paperId)).at(-1)?.place ?? 0
  const rows: Insertable<PartRow>[] = parts.map((part, at) => ({
    id: makeUuid(),
    paper_id: paperId,
    place: last + at + 1,
    ...columns(part),
  }))
  await work.db<ChildProtectionTables>().insertInto('paper_part').values(rows).execute()
}

/** @returns false when the part was changed since the form was opened, or is not there */
export const changePart = (work: Work, part: Pick<PaperPart, 'id' | 'version'>, wanted: PartWanted) =>
  update(work, part, columns(wanted))

/** Takes a part out; it stays in the past. */
export const removePart = (work: Work, part: Pick<PaperPart, 'id' | 'version'>) =>
  update(work, part, { removed_at: work.now })

async function update(
  work: Work,
  part: Pick<PaperPart, 'id' | 'version'>,
  values: Updateable<PartRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('paper_part')
    .set({ ...values, version: part.version + 1 })
    .where('id', '=', part.id)
    .where('version', '=', part.version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Changes a paper in the version that was seen. @returns false when another was saved meanwhile */
export async function changePaper(
  work: Work,
  paper: Pick<Paper, 'id' | 'version'>,
  values: Updateable<ChildProtectionTables['paper']>,
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('paper')
    .set({ ...values, version: paper.version + 1 })
    .where('id', '=', paper.id)
    .where('version', '=', paper.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
