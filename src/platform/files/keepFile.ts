import { constants } from 'node:fs'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeUuid } from '../ids/index.ts'

/** Files being written end so; a start or a nightly cleaning finds those that a crash left. */
export const UNFINISHED = '.new'

/**
 * Writes a whole file or none: beside its place, forced to the disk, then renamed, and the rename forced too.
 * @param onlyFirst leaves a file that is there as it is
 * @returns false when it was left
 */
export async function keepFile(path: string, bytes: Uint8Array, onlyFirst = false): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${makeUuid()}${UNFINISHED}`
  try {
    await writeThrough(unfinished, bytes)
    if (onlyFirst) await link(unfinished, path)
    else await rename(unfinished, path)
  } catch (error) {
    if (!onlyFirst || (error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    await rm(unfinished, { force: true })
  }
  await forceFolder(dirname(path))
  return true
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Until the folder itself is on the disk, a power cut could forget the file's name. */
async function forceFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
