import { z } from 'zod'
import { listQuery, onPage } from '#modules/agencies'
import { mediaWords } from '#platform/files'
import { notFound, type Reply, route } from '#platform/http'
import { documentsOf } from '../../documents/readDocuments.ts'
import { type DocumentKind, documentKinds, scanWords } from '../../documents/words.ts'
import { openLetters } from '../../letters/readLetters.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordReaders } from '../frame/recordParams.ts'
import { documentsPage } from './listPage.ts'

const kinds = Object.keys(documentKinds) as [DocumentKind, ...DocumentKind[]] // the object above is not empty

const query = z.object({
  ...listQuery,
  kind: z.enum(kinds).optional().catch(undefined),
  direction: z.enum(['in', 'out']).optional().catch(undefined),
  show: z.enum(['withdrawn', 'locked']).optional().catch(undefined),
})

/** The documents and unsent letters of one person. */
export const documentsRoute = route({
  method: 'GET',
  url: '/people/:personId/documents',
  admits: recordReaders,
  summary: 'Documents of one person',
  purpose: 'casework',
  params: personParams,
  query,
  async handle({ work, params, query: asked, path, files }): Promise<Reply> {
    const frame = await recordFrame(work, params.personId, 'documents')
    if (frame === null) return notFound
    const filter = { kind: asked.kind, direction: asked.direction, show: asked.show }
    const documents = await documentsOf(work, params.personId, filter)
    const shown = { resource: 'documents', subjectIds: [params.personId] }
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'documents.csv',
        header: [
          'Added',
          'Dated',
          'Title',
          'Kind',
          'Came in or went out',
          'From',
          'File',
          'Bytes',
          'Released',
          'Withdrawn',
        ],
        rows: documents.map(row => [
          row.madeAt,
          row.datedOn,
          row.title,
          documentKinds[row.kind],
          row.direction,
          row.receivedFrom,
          mediaWords(row.mediaType),
          row.sizeBytes,
          scanWords[row.scan].short,
          row.withdrawnReason,
        ]),
        shown: { ...shown, action: 'export' },
      }
    const content = documentsPage({
      frame,
      documents: onPage(documents, asked.page),
      count: documents.length,
      letters: await openLetters(work, params.personId),
      filter,
      hasScanner: (files?.scannerName ?? null) !== null,
      page: asked.page,
      path,
    })
    return { kind: 'page', title: 'Documents - Record', before: frame.before, content, shown }
  },
})
