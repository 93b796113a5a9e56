import { createHash, createHmac } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Uuid } from '../ids/index.ts'
import { dataKey, type KeyPlace } from './dataKey.ts'
import { seal, unseal } from './envelope.ts'
import { keepFile, UNFINISHED } from './keepFile.ts'

/** What became of a file that was asked for. `altered`: it does not open, or is not what was stored. */
export type ReadFile =
  | { readonly kind: 'found'; readonly bytes: Buffer }
  | { readonly kind: 'missing' }
  | { readonly kind: 'altered' }

/** A file as it lies on the disk. */
export type LyingFile = {
  readonly storedKey: string
  readonly path: string
  readonly writtenAt: Temporal.Instant
}

/** One authority's files, each sealed to the document it belongs to. */
export type FileStore = {
  /**
   * Stores a file for good, before the row that names it is committed: a row never waits for its file.
   * @returns the name it lies under, which tells nothing of it
   */
  put(documentId: Uuid, bytes: Uint8Array): Promise<string>
  get(documentId: Uuid, storedKey: string): Promise<ReadFile>
  /** Stores a file of an export under the name that its row has from before, sealed by the key of here. */
  putBack(documentId: Uuid, storedKey: string, bytes: Uint8Array): Promise<void>
  /** Every file, those also that a crash left unfinished. */
  list(): AsyncIterable<LyingFile>
  /** Takes away a file that no row names. */
  remove(file: LyingFile): Promise<void>
}

/** SHA-256 of bytes. */
export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const NAME = /^[0-9a-f]{64}$/

/** Opens an authority's store of files; nothing is read or made until it is used. */
export function openFileStore(place: KeyPlace): FileStore {
  let opened: Promise<Buffer> | null = null
  const key = (): Promise<Buffer> => {
    opened ??= dataKey(place)
    opened.catch(() => {
      opened = null // a key folder that comes back needs no restart
    })
    return opened
  }
  return {
    put: async (documentId, bytes) => {
      const storedKey = nameOf(await key(), documentId, bytes)
      await keepFile(pathOf(place, storedKey), seal(await key(), about(place, documentId), bytes))
      return storedKey
    },
    get: async (documentId, storedKey) => read(place, await key(), documentId, storedKey),
    putBack: async (documentId, storedKey, bytes) => {
      if (!NAME.test(storedKey)) throw new Error('This is no name of a stored file')
      await keepFile(pathOf(place, storedKey), seal(await key(), about(place, documentId), bytes))
    },
    list: () => list(place.folder),
    remove: file => rm(file.path, { force: true }),
  }
}

/** By content and document, under the key: equal files of two children lie under names that have nothing in common. */
function nameOf(key: Uint8Array, documentId: Uuid, bytes: Uint8Array): string {
  return createHmac('sha256', key).update(`kith file name ${documentId}`).update(sha256(bytes)).digest('hex')
}

const about = ({ authority }: KeyPlace, documentId: Uuid): string =>
  `kith file of ${authority}, ${documentId}`

const pathOf = ({ folder }: KeyPlace, storedKey: string): string =>
  join(folder, storedKey.slice(0, 2), storedKey)

async function read(place: KeyPlace, key: Buffer, documentId: Uuid, storedKey: string): Promise<ReadFile> {
  if (!NAME.test(storedKey)) return { kind: 'missing' }
  const sealed = await readFile(pathOf(place, storedKey)).catch(ifGone)
  if (sealed === null) return { kind: 'missing' }
  const bytes = unseal(key, about(place, documentId), sealed)
  return bytes === null ? { kind: 'altered' } : { kind: 'found', bytes }
}

async function* list(folder: string): AsyncIterable<LyingFile> {
  for (const shelf of (await readdir(folder).catch(ifGone)) ?? []) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue
    for (const name of await readdir(join(folder, shelf))) {
      if (!NAME.test(name) && !name.endsWith(UNFINISHED)) continue
      const path = join(folder, shelf, name)
      const found = await stat(path).catch(ifGone)
      if (found === null) continue
      const writtenAt = Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs))
      yield { storedKey: name, path, writtenAt }
    }
  }
}

function ifGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
