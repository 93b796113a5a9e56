import { type LetterBody, renderingHash, renderLetter } from '#modules/casework'
import type { Work } from '#platform/db'
import { type FileStore, sha256 } from '#platform/files'
import type { HeldLetter, Paper } from './papers.ts'

type Loose = Record<string, Record<string, unknown>>

const insert = (work: Work, table: string, rows: readonly Record<string, unknown>[]) =>
  work
    .db<Loose>()
    .insertInto(table)
    .values([...rows])
    .execute()

/** Seals a file into the store, then writes its rows, as when it was added and looked through. */
export async function writePaper(work: Work, store: FileStore, paper: Paper): Promise<void> {
  const { id, at, about, bytes } = paper
  const hash = sha256(bytes)
  await insert(work, 'document', [
    {
      id,
      person_ids: about.map(({ personId }) => personId),
      kind: paper.kind,
      title: paper.title,
      direction: 'in',
      media_type: paper.mediaType,
      file_name: paper.fileName,
      size_bytes: bytes.length,
      sha256: hash,
      original_sha256: hash,
      stored_key: await store.put(id, bytes),
      scan: 'clean',
      scanned_at: at,
      scan_remark: 'Demonstration checker (EICAR only)',
      received_from: paper.receivedFrom,
      dated_on: at.toZonedDateTimeISO('Europe/London').toPlainDate(),
      made_by: paper.madeBy,
      made_at: at,
      recorded_from: at,
    },
  ])
  await insert(
    work,
    'document_person',
    about.map(({ rowId, personId }) => ({
      id: rowId,
      document_id: id,
      person_id: personId,
      recorded_from: at,
    })),
  )
  await insert(work, 'document_part', [
    {
      id: paper.partId,
      document_id: id,
      place: 1,
      label: 'Whole document',
      source_kind: paper.source,
      source_name: paper.receivedFrom,
      recorded_from: at,
    },
  ])
}

/** Writes a letter as it stands after it was looked through and held. @param authority whose letter it is */
export async function writeHeldLetter(work: Work, authority: string, letter: HeldLetter): Promise<void> {
  const { id, at, about } = letter
  const body: LetterBody = {
    subject: letter.subject,
    text: letter.text,
    enclosed: null,
    recipientName: letter.recipientName,
    dated: at.toZonedDateTimeISO('Europe/London').toPlainDate().toString(),
    address: { ...letter.home, isConfidential: false },
  }
  const template = 'appointment'
  // An authority whose administrator has set no address yet stands on its letters by name alone.
  const rendering = renderLetter(
    { id, template, body },
    { name: authority, lines: [authority], telephone: null },
  )
  const hits = letter.tellsOf.map(personId => ({ personId, kind: 'address' as const }))
  await insert(work, 'letter', [
    {
      id,
      person_ids: about.map(({ personId }) => personId),
      template,
      recipient_person_id: letter.recipientId,
      recipient_relation: letter.relation,
      body: JSON.stringify(body),
      status: 'held',
      held_because: JSON.stringify({ hits, releases: [] }),
      released_hash: renderingHash(rendering),
      made_by: letter.madeBy,
      version: 2,
      recorded_from: at,
    },
  ])
  await insert(
    work,
    'letter_person',
    about.map(({ rowId, personId }) => ({
      id: rowId,
      letter_id: id,
      person_id: personId,
      recorded_from: at,
    })),
  )
}
