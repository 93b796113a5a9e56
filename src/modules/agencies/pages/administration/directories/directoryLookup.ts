import type { Work } from '#platform/db'
import { parseUuid } from '#platform/ids'
import type { Directory, DirectoryRow, Option } from './directory.ts'

/** The row of an address: null for a new one, undefined for none. */
export async function rowOf(
  directory: Directory,
  work: Work,
  text: string,
): Promise<DirectoryRow | null | undefined> {
  if (text === 'new') return null
  const id = parseUuid(text)
  return id === null ? undefined : (await directory.rows(work)).find(row => row.id === id)
}

/** The choices of each select of a directory's form. */
export async function optionsOf(
  directory: Directory,
  work: Work,
): Promise<ReadonlyMap<string, readonly Option[]>> {
  const found = new Map<string, readonly Option[]>()
  for (const field of directory.fields) if (field.options) found.set(field.name, await field.options(work))
  return found
}
