import { createHash } from 'node:crypto'
import type { Uuid } from '#platform/ids'

/** The key of the contact that a notice is at the front door: it follows from the notice, so that read twice it is one contact. */
export function contactKey(noticeId: Uuid): Uuid {
  const hex = createHash('sha256').update(`contact of notice ${noticeId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Uuid // shaped as one
}
