import { type FitFile, inspectFile, type ServedFiles } from '#platform/files'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FieldErrors, type FormIssue, fieldErrors } from '#ui'
import { addDocument } from '../../documents/addDocument.ts'
import { sameFile } from '../../documents/readDocuments.ts'
import { sizeWords } from '../../documents/words.ts'
import { type FamilyChild, familyChildren } from '../../queries/familyChildren.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordWriters } from '../frame/recordParams.ts'
import { filesOf } from './filesOf.ts'
import { parseUpload, type UploadCommand, uploadOrder } from './uploadForm.ts'
import { uploadPage } from './uploadPage.ts'

type UploadVisit = Pick<
  Visit<{ personId: Uuid }, unknown, unknown>,
  'work' | 'params' | 'sent' | 'form' | 'files' | 'uploads'
>

const askTeam: Reply = {
  kind: 'forbidden',
  ask: 'You may read this record but not write in it. Ask the worker or team that holds the case to add the file.',
}

const showForm = route({
  method: 'GET',
  url: '/people/:personId/documents/new',
  admits: recordWriters,
  summary: 'The form that adds a file',
  purpose: 'casework',
  params: personParams,
  async handle(visit): Promise<Reply> {
    const children = await familyChildren(visit.work, visit.params.personId, 'papers')
    if (children[0] === undefined) return notFound
    if (!children[0].mayWrite) return askTeam
    return formReply({ ...visit, sent: {} }, children, fieldErrors([]))
  },
})

const sendForm = route({
  method: 'POST',
  url: '/people/:personId/documents/new',
  admits: recordWriters,
  summary: 'Adds a file for the children of a family',
  purpose: 'casework',
  params: personParams,
  takesFiles: true,
  async handle(visit): Promise<Reply> {
    const { work, params, sent, form, uploads = [] } = visit
    const files = filesOf(visit)
    const children = await familyChildren(work, params.personId, 'papers')
    if (!children[0]?.mayWrite) return notFound
    const limit = sizeWords(files.limitBytes)
    const parsed = parseUpload(sent, uploads, { children, today: work.today, limit })
    if (!parsed.ok) return formReply(visit, children, errorsOf(parsed.issues))
    const { command } = parsed
    const inspected = await inspectFile(command.upload)
    if (!inspected.ok)
      return formReply(visit, children, errorsOf([{ path: ['file'], message: inspected.why }]))
    const same = command.isTwice
      ? null
      : await sameFile(work, command.personIds, inspected.file.originalSha256)
    if (same !== null)
      return formReply(visit, children, sameErrors(command, same.personIds, children), same.documentId)
    const documentId = await keep(visit, files, inspected.file, command, form.submission)
    // Its page is under one of those it is about, which the person of this address need not be.
    const under = command.personIds.find(id => id === params.personId) ?? command.personIds[0]
    return { kind: 'redirect', location: `/people/${under}/documents/${documentId}`, success: 'File added' }
  },
})

function keep(
  { work }: UploadVisit,
  { store }: ServedFiles,
  file: FitFile,
  { upload: _, isTwice: __, ...document }: UploadCommand,
  submission: Uuid,
): Promise<Uuid> {
  return addDocument(work, store, file, { ...document, submission })
}

const errorsOf = (issues: readonly FormIssue[]): FieldErrors =>
  fieldErrors(issues, uploadOrder, { dated: 'dated-day' })

function sameErrors(
  { personIds }: UploadCommand,
  holders: readonly Uuid[],
  children: readonly FamilyChild[],
): FieldErrors {
  const names = children
    .filter(({ id }) => personIds.includes(id) && holders.includes(id))
    .map(child => child.displayName)
  const message = `This very file is in the record of ${names.join(' and ')} already. Choose another, leave them out, or say that it is to be kept twice`
  return errorsOf([{ path: ['file'], message }])
}

async function formReply(
  { work, params, sent, form, files }: UploadVisit,
  children: readonly FamilyChild[],
  errors: FieldErrors,
  sameAs: Uuid | null = null,
): Promise<Reply> {
  const frame = await recordFrame(work, params.personId, 'documents')
  if (frame === null) return notFound
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Add a file - Record',
    hasErrors,
    before: frame.before,
    back: `/people/${params.personId}/documents`,
    content: uploadPage({
      personId: params.personId,
      children,
      sent,
      errors,
      keys: form,
      limit: sizeWords(files?.limitBytes ?? 0),
      hasScanner: (files?.scannerName ?? null) !== null,
      sameAs,
    }),
    shown: { resource: 'document_form', subjectIds: children.map(child => child.id) },
  }
}

export const uploadRoutes = [showForm, sendForm]
