const VT = 0x0b
const FS = 0x1c
const CR = 0x0d
const nextBegins = Buffer.from([VT, ...Buffer.from('MSH')])

/** What came off a connection. `cut`: another message began, or the connection ended, before this one was whole. */
export type Framed =
  | { readonly kind: 'frame' | 'cut'; readonly bytes: Buffer }
  | { readonly kind: 'too_large'; readonly bytes: Buffer }

export interface Framer {
  /** Takes what arrived, in any pieces, and gives what is whole now. After `too_large` it takes nothing more. */
  push(chunk: Buffer): readonly Framed[]
  /** The connection ended: gives what was begun and never finished. */
  end(): readonly Framed[]
}

/** How much of a message that is too large is kept, to read its control id from. */
const keptOfTooLarge = 4096

/**
 * Takes messages out of a stream of bytes: each stands between a vertical tab and a file separator with a carriage
 * return. Bytes between messages are passed over, but no more of them than one message may have.
 * Source: HL7 Implementation Guide for transmission by Minimal Lower Layer Protocol, release 1.
 */
export function createFramer(limitBytes: number): Framer {
  const state: FrameState = { inside: false, parts: [], size: 0, passedOver: 0, closed: false }
  return {
    push: chunk => {
      const found: Framed[] = []
      for (let at = 0; at < chunk.length && !state.closed; )
        at = state.inside
          ? takeInside(state, chunk, at, limitBytes, found)
          : findStart(state, chunk, at, limitBytes, found)
      return found
    },
    end: () => {
      if (!state.inside || state.closed || state.size === 0) return []
      const bytes = Buffer.concat(state.parts)
      state.closed = true
      return apart(bytes, bytes.at(-1) === FS ? 'frame' : 'cut')
    },
  }
}

interface FrameState {
  inside: boolean
  parts: Buffer[]
  size: number
  passedOver: number
  closed: boolean
}

function findStart(state: FrameState, chunk: Buffer, from: number, limit: number, found: Framed[]): number {
  const start = chunk.indexOf(VT, from)
  state.passedOver += (start < 0 ? chunk.length : start) - from
  if (state.passedOver > limit) tooLarge(state, found)
  if (start < 0 || state.closed) return chunk.length
  Object.assign(state, { inside: true, parts: [], size: 0, passedOver: 0 })
  return start + 1
}

function takeInside(state: FrameState, chunk: Buffer, from: number, limit: number, found: Framed[]): number {
  const end = endOfFrame(state, chunk, from)
  const part = chunk.subarray(from, end ?? chunk.length)
  state.parts.push(part)
  state.size += part.length
  // The file separator that ends a message, or may end it, is not part of it.
  if (state.size - 1 > limit) tooLarge(state, found)
  else if (end !== null) {
    state.inside = false
    found.push(...apart(Buffer.concat(state.parts), 'frame'))
  }
  return end === null ? chunk.length : end + 1
}

/** Where the carriage return stands that follows a file separator, which may have come in the piece before. */
function endOfFrame(state: FrameState, chunk: Buffer, from: number): number | null {
  if (chunk[from] === CR && state.parts.at(-1)?.at(-1) === FS) return from
  for (let at = chunk.indexOf(FS, from); at >= 0; at = chunk.indexOf(FS, at + 1))
    if (chunk[at + 1] === CR) return at + 1
  return null
}

/** A message that begins inside another shows that the first was cut short: they are never read as one child's. */
function apart(bytes: Buffer, ends: 'frame' | 'cut'): readonly Framed[] {
  const found: Framed[] = []
  let from = 0
  for (let at = bytes.indexOf(nextBegins); at >= 0; at = bytes.indexOf(nextBegins, from)) {
    const part = bytes.subarray(from, at)
    found.push({ kind: part.at(-1) === FS ? 'frame' : 'cut', bytes: withoutEnd(part) })
    from = at + 1
  }
  return [...found, { kind: ends, bytes: withoutEnd(bytes.subarray(from)) }]
}

function withoutEnd(bytes: Buffer): Buffer {
  return bytes.at(-1) === FS ? bytes.subarray(0, -1) : bytes
}

function tooLarge(state: FrameState, found: Framed[]): void {
  found.push({ kind: 'too_large', bytes: Buffer.concat(state.parts).subarray(0, keptOfTooLarge) })
  Object.assign(state, { closed: true, inside: false, parts: [] })
}
