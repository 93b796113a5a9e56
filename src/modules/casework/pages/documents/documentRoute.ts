import { z } from 'zod'
import { mediaEnding } from '#platform/files'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FieldErrors, fieldErrors } from '#ui'
import { addPart, decidePart, partsOf } from '../../documents/documentParts.ts'
import { documentOf } from '../../documents/readDocuments.ts'
import { withdrawDocument } from '../../documents/withdrawDocument.ts'
import { audiences, type SourceKind, scanWords, sourceKinds } from '../../documents/words.ts'
import { writableSubjects } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { recordReaders, recordWriters, uuidParam } from '../frame/recordParams.ts'
import { documentPage } from './documentPage.ts'
import { filesOf } from './filesOf.ts'

const base = '/people/:personId/documents/:documentId'
const params = z.object({ personId: uuidParam, documentId: uuidParam })
type DocumentVisit = Pick<
  Visit<{ personId: Uuid; documentId: Uuid }, unknown, unknown>,
  'work' | 'params' | 'sent' | 'form' | 'files'
>

const show = route({
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'One document: its facts, its parts and who may be shown them',
  purpose: 'casework',
  params,
  handle: visit => page({ ...visit, sent: {} }, fieldErrors([])),
})

async function page(visit: DocumentVisit, errors: FieldErrors): Promise<Reply> {
  const { work, params: ids, sent, form, files } = visit
  const document = await documentOf(work, ids.personId, ids.documentId)
  const frame = document && (await recordFrame(work, ids.personId, 'documents'))
  if (document === null || frame === null) return notFound
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
      parts: await partsOf(work, document.id),
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
async function writable(visit: DocumentVisit) {
  const document = await documentOf(visit.work, visit.params.personId, visit.params.documentId)
  return document !== null && (await mayWriteAll(visit, document.personIds)) ? document : null
}

const download = route({
  method: 'GET',
  url: `${base}/file`,
  admits: recordReaders,
  summary: 'The file of a document, once it is released',
  purpose: 'casework',
  params,
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
  url: `${base}/withdraw`,
  admits: recordWriters,
  summary: 'Takes a document out of use, with the reason',
  purpose: 'casework',
  params,
  async handle(visit): Promise<Reply> {
    const { work, params: ids, sent } = visit
    const document = await writable(visit)
    if (document === null || document.withdrawnAt !== null) return notFound
    const fields = new Fields(sent)
    const reason = fields.text('reason', 1000, 'Enter why it is withdrawn')
    if (reason === null) return page(visit, fieldErrors(fields.issues))
    if (!(await withdrawDocument(work, document.id, reason))) return notFound
    return { kind: 'redirect', location: `/people/${ids.personId}/documents`, success: 'Document withdrawn' }
  },
})

const newPart = route({
  method: 'POST',
  url: `${base}/parts`,
  admits: recordWriters,
  summary: 'Adds a part to a document',
  purpose: 'casework',
  params,
  async handle(visit): Promise<Reply> {
    const { work, params: ids, sent } = visit
    const document = await writable(visit)
    if (document === null || document.withdrawnAt !== null) return notFound
    const fields = new Fields(sent)
    const label = fields.text('label', 200, 'Enter what the part is')
    const pages = fields.text('pages', 50)
    const sources = Object.keys(sourceKinds) as SourceKind[] // its own keys
    const sourceKind = fields.choice('source', sources, 'Select where the part comes from')
    const sourceName = fields.text('source_name', 200)
    if (label === null || sourceKind === null || fields.issues.length > 0)
      return page(visit, fieldErrors(fields.issues, ['label', 'pages', 'source', 'source_name']))
    const isThirdParty = fields.isTicked('third_party', 'yes')
    await addPart(work, document.id, { label, pages, sourceKind, sourceName, isThirdParty })
    return {
      kind: 'redirect',
      location: `/people/${ids.personId}/documents/${document.id}`,
      success: 'Part added',
    }
  },
})

const decide = route({
  method: 'POST',
  url: `${base}/parts/:partId`,
  admits: recordWriters,
  summary: 'Decides who may be shown a part of a document',
  purpose: 'casework',
  params: params.extend({ partId: uuidParam }),
  async handle(visit): Promise<Reply> {
    const { work, params: ids, sent } = visit
    const document = await writable(visit)
    if (document === null || document.withdrawnAt !== null) return notFound
    const fields = new Fields(sent)
    const mayBeShownTo = (Object.keys(audiences) as (keyof typeof audiences)[]) // its own keys
      .filter(audience => fields.isTicked('shown_to', audience))
    const version = Number(fields.typed('version'))
    const isKnown = (await partsOf(work, document.id)).some(({ id }) => id === ids.partId)
    if (!isKnown || !Number.isSafeInteger(version)) return notFound
    if (!(await decidePart(work, document.id, { id: ids.partId, version, mayBeShownTo }))) {
      const message =
        'Somebody else decided this part after you opened the page. Look at their decision, then decide again'
      return page(visit, fieldErrors([{ path: [`part-${ids.partId}`], message }]))
    }
    return {
      kind: 'redirect',
      location: `/people/${ids.personId}/documents/${document.id}`,
      success: 'Decision saved',
    }
  },
})

export const documentRoutes = [show, download, withdraw, newPart, decide]
