import { createHash } from 'node:crypto'
import { framed } from '../../support/hospitalLine.ts'

/** One message as it is sent, and what it is to be answered. */
export type Frame = {
  /** The fault that it shows, or that it has none. */
  readonly what: string
  readonly text: string
  readonly answer: 'AA' | 'AE' | 'AR'
  /** Its end is missing: it is answered once the next one begins, and kept nowhere. */
  readonly isCut?: boolean
}

export const bytesOf = ({ text, isCut }: Frame): Buffer =>
  isCut ? Buffer.from(`\x0b${text.slice(0, Math.floor(text.length / 2))}`) : framed(text)

/** By what one kept message is told from another: who says that it sends it, its control id, and its bytes. */
export function identityOf({ text }: Frame): string {
  const head = text.split(/[\r\n]/)[0]?.split('|') ?? []
  return [head[3], head[9], createHash('sha256').update(text).digest('hex')].join(' ')
}
