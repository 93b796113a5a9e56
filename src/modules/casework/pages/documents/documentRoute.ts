import { z } from 'zod'
import { personSummaries } from '#modules/people'
import { mediaEnding } from '#platform/files'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FieldErrors, fieldErrors } from '#ui'
import { partsOf } from '../../documents/documentParts.ts'
import { documentOf } from '../../documents/readDocuments.ts'
import { withdrawDocument } from '../../documents/withdrawDocument.ts'
import { scanWords } from '../../documents/words.ts'
import { writableSubjects } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { recordReaders, recordWriters, uuidParam } from '../frame/recordParams.ts'
import { documentPage } from './documentPage.ts'
import type { DocumentView } from './documentView.ts'
import { filesOf } from './filesOf.ts'

/** Where the page of a document is. */
export const documentUrl = '/people/:personId/documents/:documentId'
export const documentParams = z.object({ personId: uuidParam, documentId: uuidParam })
export type DocumentVisit = Pick<
  Visit<{ personId: Uuid; documentId: Uuid }, unknown, unknown>,
  'work' | 'me' | 'params' | 'sent' | 'form' | 'files'
>

const show = route({
  method: 'GET',
  url: documentUrl,
  admits: recordReaders,
  summary: 'One document: its facts, its parts and who may be shown them',
  purpose: 'casework',
  params: documentParams,
  handle: visit => answerDocument({ ...visit, sent: {} }, fieldErrors([])),
})

/** A document's page, with what was wrong with a form on it. */
export async function answerDocument(
  visit: DocumentVisit,
  errors: FieldErrors,
  mustRead: DocumentView['mustRead'] = null,
): Promise<Reply> {
  const { work, me, params: ids, sent, form, files } = visit
  const document = await documentOf(work, ids.personId, ids.documentId)
  const frame = document && (await recordFrame(work, ids.personId, 'documents'))
  if (document === null || frame === null) return notFound
  const parts = await partsOf(work, document.id)
  const concerned = parts.flatMap(({ held }) => held?.hits.flatMap(({ personId }) => personId ?? []) ?? [])
  const known = await personSummaries(work, [...new Set(concerned)])
  return {
    kind: 'page',
    status: errors.list.length > 0 ? 422 : 200,
    hasErrors: errors.list.length > 0,
    title: 'Document - Record',
    before: frame.before,
    back: `/people/${ids.personId}/documents`,
    content: documentPage({
      personId: ids.personId,
      document,
      parts,
      me: me.id,
      hitNames: new Map(known.map(({ id, displayName }) => [id, displayName])),
      mustRead,
      mayWrite: await mayWriteAll(visit, document.personIds),
      hasScanner: (files?.scannerName ?? null) !== null,
      sent,
      errors,
      keys: form,
    }),
    shown: { resource: 'document', subjectIds: document.personIds },
  }
}

const mayWriteAll = async ({ work }: DocumentVisit, personIds: readonly Uuid[]): Promise<boolean> =>
  (await writableSubjects(work, personIds)).size === personIds.length

/** The document, for whoever may write of everyone in it; null answers not_found. */
export async function writableDocument(visit: DocumentVisit) {
  const document = await documentOf(visit.work, visit.params.personId, visit.params.documentId)
  return document !== null && (await mayWriteAll(visit, document.personIds)) ? document : null
}

const download = route({
  method: 'GET',
  url: `${documentUrl}/file`,
  admits: recordReaders,
  summary: 'The file of a document, once it is released',
  purpose: 'casework',
  params: documentParams,
  async handle(visit): Promise<Reply> {
    const { work, params: ids } = visit
    const document = await documentOf(work, ids.personId, ids.documentId)
    if (document === null || document.withdrawnAt !== null || !scanWords[document.scan].isReleased)
      return notFound
    const file = await filesOf(visit).store.get(document.id, document.storedKey)
    if (file.kind !== 'found')
      throw new Error(`The file of document ${document.id} is ${file.kind}: run "kith verify files"`)
    const dated = document.datedOn ?? document.madeAt.toZonedDateTimeISO('Europe/London').toPlainDate()
    return {
      kind: 'file',
      fileName: `${document.kind}-${dated}.${mediaEnding(document.mediaType)}`,
      mediaType: document.mediaType,
      bytes: file.bytes,
      shown: { resource: 'document_file', subjectIds: document.personIds, action: 'export' },
    }
  },
})

const withdraw = route({
  method: 'POST',
  url: `${documentUrl}/withdraw`,
  admits: recordWriters,
  summary: 'Takes a document out of use, with the reason',
  purpose: 'casework',
  params: documentParams,
  async handle(visit): Promise<Reply> {
    const { work, params: ids, sent } = visit
    const document = await writableDocument(visit)
    if (document === null || document.withdrawnAt !== null) return notFound
    const fields = new Fields(sent)
    const reason = fields.text('reason', 1000, 'Enter why it is withdrawn')
    if (reason === null) return answerDocument(visit, fieldErrors(fields.issues))
    if (!(await withdrawDocument(work, document.id, reason))) return notFound
    return { kind: 'redirect', location: `/people/${ids.personId}/documents`, success: 'Document withdrawn' }
  },
})

export const documentRoutes = [show, download, withdraw]
