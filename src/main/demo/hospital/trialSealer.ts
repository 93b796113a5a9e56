import { createCipheriv, randomBytes } from 'node:crypto'
import type { Sealer } from '#platform/files'

/** Seals by a key that nobody keeps: for a county that is told where no files are. What it sealed has been read and opens no more. */
export function trialSealer(): Sealer {
  const key = randomBytes(32)
  return {
    seal: async (about, bytes) => {
      const start = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, start).setAAD(Buffer.from(about))
      return Buffer.concat([start, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    },
    open: async () => null,
  }
}
