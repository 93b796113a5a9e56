import { dataKey, type KeyPlace } from './dataKey.ts'
import { seal, unseal } from './envelope.ts'

/** Seals bytes that are kept in the database, by the key of the authority's files. */
export type Sealer = {
  /** @param about what the bytes belong to: they open again under the same words only */
  seal(about: string, bytes: Uint8Array): Promise<Buffer>
  /** @returns the bytes; null when they were altered, or sealed under another key or about something else */
  open(about: string, sealed: Uint8Array): Promise<Buffer | null>
}

/** Opens an authority's sealer; no key is read or made until it is used. */
export function openSealer(place: KeyPlace): Sealer {
  const words = (about: string): string => `kith ${about} of ${place.authority}`
  return {
    seal: async (about, bytes) => seal(await dataKey(place), words(about), bytes),
    open: async (about, sealed) => unseal(await dataKey(place), words(about), sealed),
  }
}
