import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KithError } from '../errors/index.ts'
import { seal, unseal } from './envelope.ts'
import { keepFile } from './keepFile.ts'

/** Whose files, and the installation's key that wraps their data key. */
export type KeyPlace = {
  /** The authority's own folder of files. */
  readonly folder: string
  /** DfE number: part of what every file is sealed to, so that one authority's file never opens as another's. */
  readonly authority: string
  /** 32 bytes, kept apart from the files. */
  readonly installationKey: Uint8Array
}

const FILE = 'data.key'

/**
 * The key that seals one authority's files, made on first use. It lies beside the files, wrapped by the installation's
 * key: to change that one, this alone is wrapped again.
 * @throws KithError KITH_CONFIG_WRONG when the installation's key is not the one that wrapped it
 */
export async function dataKey(place: KeyPlace): Promise<Buffer> {
  const path = join(place.folder, FILE)
  const wrapped = await readFile(path).catch(ifGone)
  if (wrapped !== null) return unwrap(place, wrapped)
  await keepFile(path, seal(place.installationKey, about(place), randomBytes(32)), true)
  return unwrap(place, await readFile(path)) // whoever was first: two processes must agree
}

/** Wraps an authority's data key by a new installation key. @returns whether there was one */
export async function rewrapDataKey(place: KeyPlace, newKey: Uint8Array): Promise<boolean> {
  const path = join(place.folder, FILE)
  const wrapped = await readFile(path).catch(ifGone)
  if (wrapped === null) return false
  await keepFile(path, seal(newKey, about(place), unwrap(place, wrapped)))
  return true
}

const about = ({ authority }: KeyPlace): string => `kith data key of ${authority}`

function unwrap(place: KeyPlace, wrapped: Uint8Array): Buffer {
  const key = unseal(place.installationKey, about(place), wrapped)
  if (key !== null) return key
  throw new KithError('KITH_CONFIG_WRONG', {
    sentence: `The key of this installation does not open the files in ${place.folder}. Put back files.key into the keys folder, or the KITH_FILES_KEY that was set when they were stored.`,
  })
}

function ifGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
