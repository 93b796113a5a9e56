import { cp, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { KithError } from '#platform/errors'

/**
 * Copies stored files as they lie, sealed. One that goes meanwhile was an orphan that no row names.
 * @returns how many
 */
export async function copyFiles(from: string, to: string): Promise<number> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(ifGone)
  let copied = 0
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith('.new')) continue
    const target = join(to, entry.parentPath.slice(from.length), entry.name)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await cp(join(entry.parentPath, entry.name), target, { errorOnExist: true, force: false }).catch(ifGone)
    copied += 1
  }
  return copied
}

/** @throws KithError when stored files lie there already: nothing is ever overwritten */
export async function refuseFiles(folder: string): Promise<void> {
  if ((await readdir(folder).catch(ifGone)).length === 0) return
  throw new KithError('KITH_USAGE', {
    sentence: `There are stored files in ${folder} already. Set KITH_DATA to an empty folder to restore into.`,
  })
}

function ifGone(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return []
  throw error
}
