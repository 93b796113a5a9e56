import { createHmac, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#platform/config'

/**
 * The key that seals families' authenticators and hides the networks they come from: each authority has its own, derived from the
 * setting, else from a file of the keys folder that is made on first use. It opens no file and signs nobody in.
 */
export function portalKey(config: Config, database: string): Buffer {
  return createHmac('sha256', config.portalKey ?? keptKey(config.keysFolder))
    .update(`kith portal ${database}`)
    .digest()
}

function keptKey(folder: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'portal.key')
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
