import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { fieldErrors } from '#ui'
import { decidePart, releasePart } from '../../documents/decidePart.ts'
import { addPart, partsOf } from '../../documents/documentParts.ts'
import { unreadWords } from '../../documents/heldPart.ts'
import { type Audience, audiences, type SourceKind, sourceKinds } from '../../documents/words.ts'
import { Fields } from '../frame/fields.ts'
import { recordWriters, uuidParam } from '../frame/recordParams.ts'
import {
  answerDocument,
  type DocumentVisit,
  documentParams,
  documentUrl,
  writableDocument,
} from './documentRoute.ts'
import type { DocumentView } from './documentView.ts'
import { filesOf } from './filesOf.ts'

const newPart = route({
  method: 'POST',
  url: `${documentUrl}/parts`,
  admits: recordWriters,
  summary: 'Adds a part to a document',
  purpose: 'casework',
  params: documentParams,
  async handle(visit): Promise<Reply> {
    const { work, params: ids, sent } = visit
    const document = await writableDocument(visit)
    if (document === null || document.withdrawnAt !== null) return notFound
    const fields = new Fields(sent)
    const label = fields.text('label', 200, 'Enter what the part is')
    const pages = fields.text('pages', 50)
    const sources = Object.keys(sourceKinds) as SourceKind[] // its own keys
    const sourceKind = fields.choice('source', sources, 'Select where the part comes from')
    const sourceName = fields.text('source_name', 200)
    if (label === null || sourceKind === null || fields.issues.length > 0)
      return answerDocument(visit, fieldErrors(fields.issues, ['label', 'pages', 'source', 'source_name']))
    const isThirdParty = fields.isTicked('third_party', 'yes')
    await addPart(work, document.id, { label, pages, sourceKind, sourceName, isThirdParty })
    return {
      kind: 'redirect',
      location: `/people/${ids.personId}/documents/${document.id}`,
      success: 'Part added',
    }
  },
})

type MustRead = DocumentView['mustRead']
const partParams = documentParams.extend({ partId: uuidParam })
type PartVisit = DocumentVisit & { readonly params: { readonly partId: Uuid } }

const CHANGED =
  'Somebody else decided this part after you opened the page. Look at their decision, then decide again'
const NOT_RELEASED =
  'The file has not passed the scanner for harmful files. Nobody may be shown it until it has'

/** The document, the part, and the version that the form was opened with; null answers not_found. */
async function writablePart(visit: PartVisit) {
  const document = await writableDocument(visit)
  if (document === null || document.withdrawnAt !== null) return null
  const part = (await partsOf(visit.work, document.id)).find(({ id }) => id === visit.params.partId)
  const version = Number(new Fields(visit.sent).typed('version'))
  return part === undefined || !Number.isSafeInteger(version) ? null : { document, part, version }
}

const problem = (visit: PartVisit, field: string, message: string, mustRead: MustRead = null) =>
  answerDocument(visit, fieldErrors([{ path: [field], message }]), mustRead)

const saved = ({ params }: PartVisit, success: string): Reply => ({
  kind: 'redirect',
  location: `/people/${params.personId}/documents/${params.documentId}`,
  success,
})

const decide = route({
  method: 'POST',
  url: `${documentUrl}/parts/:partId`,
  admits: recordWriters,
  summary:
    'Decides who may be shown a part of a document, once its file is looked through for protected addresses',
  purpose: 'casework',
  params: partParams,
  async handle(visit): Promise<Reply> {
    const found = await writablePart(visit)
    if (found === null) return notFound
    const { document, part, version } = found
    const fields = new Fields(visit.sent)
    const mayBeShownTo = (Object.keys(audiences) as Audience[]) // its own keys
      .filter(audience => fields.isTicked('shown_to', audience))
    const hasReadThrough = fields.isTicked('read_through', 'yes')
    const asked = { version, mayBeShownTo, hasReadThrough }
    const decided = await decidePart(visit.work, filesOf(visit).store, document, part, asked)
    const field = `part-${part.id}`
    switch (decided.outcome) {
      case 'decided':
        return saved(visit, 'Decision saved')
      case 'held':
        return saved(visit, 'The part is held and may not be shown: two people must release it')
      case 'not_released':
        return problem(visit, field, NOT_RELEASED)
      case 'changed_meanwhile':
        return problem(visit, field, CHANGED)
      case 'must_read': {
        const { unread } = decided
        const message = `Kith cannot read all of this file: ${unreadWords[unread]}. Read it, and say that you did`
        return problem(visit, field, message, { partId: part.id, unread })
      }
    }
  },
})

const release = route({
  method: 'POST',
  url: `${documentUrl}/parts/:partId/release`,
  admits: recordWriters,
  summary: 'One of two people releases a part that tells what is protected, with the reason',
  purpose: 'casework',
  params: partParams,
  async handle(visit): Promise<Reply> {
    const found = await writablePart(visit)
    if (found === null || found.part.held === null) return notFound
    const { document, part, version } = found
    const field = `release-${part.id}`
    const reason = new Fields(visit.sent).text('release_reason', 1000)
    if (reason === null) return problem(visit, field, 'Enter why it may be shown all the same')
    const released = await releasePart(visit.work, filesOf(visit).store, document, part, { version, reason })
    switch (released) {
      case 'once':
        return saved(visit, 'Released by you. A second person must release it too')
      case 'shown':
        return saved(visit, 'Released by two people: it may be shown now')
      case 'already_yours':
        return problem(visit, field, 'You have released it already. A second person must release it too')
      case 'changed_meanwhile':
        return problem(visit, field, 'It was changed or looked through anew meanwhile. Look at it again')
    }
  },
})

export const partRoutes = [newPart, decide, release]
