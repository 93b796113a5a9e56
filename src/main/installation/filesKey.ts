import { createHmac, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#platform/config'

/**
 * The installation's key that wraps each authority's key of files: from the setting, else a file of the keys folder, made
 * on first use. Without it no stored file opens, so it is never made anew over one that is there.
 */
export function filesKey(config: Config): Uint8Array {
  if (config.filesKey !== undefined)
    return createHmac('sha256', config.filesKey).update('kith files').digest()
  mkdirSync(config.keysFolder, { recursive: true, mode: 0o700 })
  const file = join(config.keysFolder, 'files.key')
  const unfinished = `${file}.new-${process.pid}`
  writeFileSync(unfinished, randomBytes(32).toString('base64'), { mode: 0o600 })
  try {
    linkSync(unfinished, file) // of two processes that start at once the first whole file wins
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64')
}
