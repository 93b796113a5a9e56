import type { Uuid } from '#platform/ids'

type Told = {
  readonly id: Uuid
  /** Ids of the rows that say whom it is about, in their order. */
  readonly about: readonly { readonly rowId: Uuid; readonly personId: Uuid }[]
  readonly at: Temporal.Instant
  readonly madeBy: Uuid
}

/** A file that came in, with its one part. */
export type Paper = Told & {
  readonly kind: 'school' | 'other'
  readonly title: string
  readonly receivedFrom: string
  readonly source: 'school' | 'family'
  readonly partId: Uuid
  readonly fileName: string
  readonly mediaType: 'application/pdf' | 'text/plain'
  readonly bytes: Buffer
}

/** A letter that waits, since it would tell its recipient an address that must be kept from them. */
export type HeldLetter = Told & {
  readonly recipientId: Uuid
  readonly recipientName: string
  readonly relation: string
  readonly subject: string
  readonly text: string
  readonly home: { readonly addressId: Uuid; readonly lines: string; readonly postcode: string }
  /** Whose address it would tell. */
  readonly tellsOf: readonly Uuid[]
}
