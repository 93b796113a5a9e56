/** Why what a file says is not, or not all, known. */
export type Unread = 'picture' | 'pictures' | 'locked' | 'attachments' | 'typeface' | 'broken' | 'too_long'

/** What was read of a file; `unread` is null only when everything in it was. */
export type FileWords = {
  readonly words: string
  readonly unread: Unread | null
  /** Of a PDF: what its pages show, once, and text that stands on them without being seen (drawn in no ink, or white). */
  readonly pages?: { readonly seen: string; readonly hidden: string }
}
