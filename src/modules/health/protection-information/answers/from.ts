import type { Uuid } from '#platform/ids'

/** Of which message an answer is, and whose work follows from it. */
export type From = { readonly messageId: Uuid; readonly teamId: Uuid }
