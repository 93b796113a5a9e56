import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tableFiles } from './tableFiles.ts'

/**
 * Writes each module's tables.ts from a migrated database.
 * @param ownerUrl login that owns the schema
 * @returns the paths written, under src/
 */
export async function writeTables(ownerUrl: string): Promise<string[]> {
  const files = await tableFiles(ownerUrl)
  for (const file of files) await writeFile(join(import.meta.dirname, '../..', file.path), file.text)
  return files.map(file => file.path)
}

if (import.meta.main) {
  const url = process.argv[2]
  if (url === undefined)
    throw new Error('Say which migrated database: node src/platform/db/writeTables.ts <owner url>')
  process.stdout.write(`${(await writeTables(url)).join('\n')}\n`)
}
