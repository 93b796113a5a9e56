import { createHash } from 'node:crypto'

/** Tells words from what they were before, without keeping them twice. */
export const fingerprint = (words: string): string => createHash('sha256').update(words).digest('hex')
