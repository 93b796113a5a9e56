/** Why what a file says is not, or not all, known. */
export type Unread = 'picture' | 'pictures' | 'locked' | 'attachments' | 'typeface' | 'broken' | 'too_long'

/** What was read of a file; `unread` is null only when everything in it was. */
export type FileWords = { readonly words: string; readonly unread: Unread | null }
