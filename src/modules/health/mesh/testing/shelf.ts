import { gunzipSync, gzipSync } from 'node:zlib'

/** A message that waits in the mailbox, in the parts in which it is handed out. */
export type Put = {
  readonly id: string
  readonly bytes: Uint8Array
  readonly workflow?: string
  readonly from?: string
  /** Packed: not at all, each part by itself, or the whole before it is cut. */
  readonly packed?: 'parts' | 'whole'
  readonly chunkBytes?: number
  readonly headers?: Readonly<Record<string, string>>
}
export type Sent = {
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
}

/** Inbox and outbox of one mailbox, in memory. */
export class Shelf {
  readonly inbox = new Map<string, Put>()
  readonly acknowledged: string[] = []
  /** What was accepted whole, in order. */
  readonly sent: Sent[] = []
  readonly #uploads = new Map<string, { headers: Record<string, string>; parts: Buffer[]; total: number }>()

  partOf(put: Put, number: number): { readonly body: Buffer; readonly total: number } | null {
    const whole = put.packed === 'whole' ? gzipSync(put.bytes) : Buffer.from(put.bytes)
    const size = put.chunkBytes ?? Math.max(1, whole.length)
    const total = Math.max(1, Math.ceil(whole.length / size))
    if (number > total) return null
    const part = whole.subarray((number - 1) * size, number * size)
    return { body: put.packed === 'parts' ? gzipSync(part) : part, total }
  }

  /** @returns the id of the message; null when headers and parts do not agree */
  accept(id: string, number: number, headers: Record<string, string>, body: Buffer): string | null {
    const [at, total] = (headers['mex-chunk-range'] ?? '1:1').split(':').map(Number)
    if (at !== number || total === undefined) return null
    const upload = number === 1 ? { headers, parts: [], total } : this.#uploads.get(id)
    if (upload === undefined || upload.total !== total || upload.parts.length !== number - 1) return null
    upload.parts.push(headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body)
    this.#uploads.set(id, upload)
    if (number === total) this.sent.push({ headers: upload.headers, bytes: Buffer.concat(upload.parts) })
    return id
  }

  acknowledge(id: string): boolean {
    if (!this.inbox.delete(id)) return false
    this.acknowledged.push(id)
    return true
  }
}
