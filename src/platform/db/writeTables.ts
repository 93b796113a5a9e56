import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataModelPage, tableFiles } from './tableFiles.ts'

/**
 * Writes each module's tables.ts and docs/data-model.md from a migrated database.
 * @param ownerUrl login that owns the schema
 * @returns the paths written
 */
export async function writeTables(ownerUrl: string): Promise<string[]> {
  const files = await tableFiles(ownerUrl)
  for (const file of files) await writeFile(join(import.meta.dirname, '../..', file.path), file.text)
  await writeFile(join(import.meta.dirname, '../../../docs/data-model.md'), await dataModelPage(ownerUrl))
  return [...files.map(file => `src/${file.path}`), 'docs/data-model.md']
}

if (import.meta.main) {
  const url = process.argv[2]
  if (url === undefined)
    throw new Error('Say which migrated database: node src/platform/db/writeTables.ts <owner url>')
  process.stdout.write(`${(await writeTables(url)).join('\n')}\n`)
}
