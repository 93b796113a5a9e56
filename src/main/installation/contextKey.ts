import { createHmac, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#platform/config'

/**
 * The key that signs who is acting in one authority's database: derived from the setting when given, else a file of the keys
 * folder, made on first use. Each authority has its own, so that one's key never opens another's record.
 */
export function contextKey(config: Config, database: string): Buffer {
  if (config.contextKey !== undefined)
    return createHmac('sha256', config.contextKey).update(database).digest()
  mkdirSync(config.keysFolder, { recursive: true, mode: 0o700 })
  const file = join(config.keysFolder, `context-${database}.key`)
  writeOnce(file, randomBytes(32).toString('base64'))
  return Buffer.from(readFileSync(file, 'utf8'), 'base64')
}

/** Two processes that start at once must agree: the first whole file wins. */
function writeOnce(file: string, text: string): void {
  const unfinished = `${file}.new-${process.pid}`
  writeFileSync(unfinished, text, { mode: 0o600 })
  try {
    linkSync(unfinished, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
}
