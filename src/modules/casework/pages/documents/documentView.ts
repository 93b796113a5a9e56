import type { Unread } from '#platform/files'
import type { FormKeys } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { FieldErrors } from '#ui'
import type { DocumentPart } from '../../documents/documentParts.ts'
import type { DocumentRow } from '../../documents/readDocuments.ts'

/** Everything that a document's page shows. */
export type DocumentView = {
  readonly personId: Uuid
  readonly document: DocumentRow
  readonly parts: readonly DocumentPart[]
  readonly mayWrite: boolean
  readonly hasScanner: boolean
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
  readonly me: Uuid
  /** Of those whom a held part tells of, as far as the reader may know of them. */
  readonly hitNames: ReadonlyMap<Uuid, string>
  /** A part that nobody but a person can read: why, and what was ticked for it. */
  readonly mustRead: { readonly partId: Uuid; readonly unread: Unread } | null
}

/** Where a document's page is. */
export const pathOf = ({ personId, document }: DocumentView): string =>
  `/people/${personId}/documents/${document.id}`
