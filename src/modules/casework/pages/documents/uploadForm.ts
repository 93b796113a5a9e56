import type { Upload } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { FormIssue } from '#ui'
import { type DocumentKind, documentKinds, type SourceKind, sourceKinds } from '../../documents/words.ts'
import type { FamilyChild } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'

/** What was asked to be added. */
export type UploadCommand = {
  readonly upload: Upload
  readonly personIds: readonly Uuid[]
  readonly kind: DocumentKind
  readonly title: string
  readonly direction: 'in' | 'out'
  readonly receivedFrom: string | null
  readonly datedOn: Temporal.PlainDate | null
  readonly source: { readonly kind: SourceKind; readonly isThirdParty: boolean }
  /** The same file may stand twice: somebody saw that it does. */
  readonly isTwice: boolean
}

export const uploadOrder = ['file', 'children', 'kind', 'source', 'title', 'dated', 'from']

/** Keys of an object of words. */
const keysOf = <K extends string>(words: Readonly<Record<K, string>>): K[] => Object.keys(words) as K[] // its own keys

/** Reads the form; what the file holds is looked at afterwards. */
export function parseUpload(
  sent: Readonly<Record<string, unknown>>,
  uploads: readonly Upload[],
  {
    children,
    today,
    limit,
  }: {
    readonly children: readonly FamilyChild[]
    readonly today: Temporal.PlainDate
    readonly limit: string
  },
):
  | { readonly ok: true; readonly command: UploadCommand }
  | { readonly ok: false; readonly issues: readonly FormIssue[] } {
  const fields = new Fields(sent)
  const upload = uploads.find(({ field }) => field === 'file')
  if (upload === undefined) fields.problem('file', 'Choose a file')
  else if (upload.isTooLarge) fields.problem('file', `The file must be smaller than ${limit}`)
  const personIds = children
    .filter(({ id, mayWrite }) => mayWrite && fields.isTicked('children', id))
    .map(({ id }) => id)
  if (personIds.length === 0) fields.problem('children', 'Select whom the file is about')
  const kind = fields.choice('kind', keysOf(documentKinds), 'Select what kind of document it is')
  const source = fields.choice('source', keysOf(sourceKinds), 'Select where it comes from')
  const datedOn = fields.date('dated', 'Date of the document')
  if (datedOn !== null && Temporal.PlainDate.compare(datedOn, today) > 0)
    fields.problem('dated', 'Date of the document must be today or in the past')
  const typed = fields.text('title', 200)
  const receivedFrom = fields.text('from', 200)
  if (fields.issues.length > 0 || upload === undefined || kind === null || source === null)
    return { ok: false, issues: fields.issues }
  return {
    ok: true,
    command: {
      upload,
      personIds,
      kind,
      title: typed ?? documentKinds[kind],
      direction: fields.typed('direction') === 'out' ? 'out' : 'in',
      receivedFrom,
      datedOn,
      source: { kind: source, isThirdParty: fields.isTicked('third_party', 'yes') },
      isTwice: fields.isTicked('twice', 'yes'),
    },
  }
}
