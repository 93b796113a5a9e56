import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** A plain SQL migration: one number series across all modules. */
export type MigrationFile = { readonly name: string; readonly sql: string; readonly checksum: string }

const source = join(import.meta.dirname, '../..')

/**
 * Every migration of the platform and the modules, in order of number.
 * @throws when two carry the same number
 */
export async function migrationFiles(folder = source): Promise<MigrationFile[]> {
  const files: MigrationFile[] = []
  for await (const path of glob('**/migrations/*.sql', { cwd: folder })) {
    const sql = await readFile(join(folder, path), 'utf8')
    files.push({
      name: basename(path, '.sql'),
      sql,
      checksum: createHash('sha256').update(sql).digest('hex'),
    })
  }
  files.sort((a, b) => a.name.localeCompare(b.name))
  const numbers = files.map(file => file.name.slice(0, 4))
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index)
  if (twice !== undefined) throw new Error(`Two migrations carry the number ${twice}`)
  return files
}
