import type { DraftDifference } from '#platform/drafts'
import { isAsOpened, type Visit } from '#platform/http'
import { holdDirectoryRow } from '../../../commands/saveDirectoryRow.ts'
import type { Directory, DirectoryRow, DirectoryValues } from './directory.ts'
import { optionsOf, rowOf } from './directoryLookup.ts'

/** What somebody else made of the row since the form was opened; null when it is as it was, or as is wanted now. */
export async function changedSince(
  directory: Directory,
  { work, sent }: Pick<Visit<unknown, unknown, unknown>, 'work' | 'sent'>,
  { id }: DirectoryRow,
  typed: DirectoryValues,
): Promise<readonly DraftDifference[] | null> {
  await holdDirectoryRow(work, directory.table, id)
  const now = await rowOf(directory, work, id)
  if (!now || isAsOpened(sent, now.values)) return null
  const options = await optionsOf(directory, work)
  const inWords = (name: string, value = ''): string =>
    options.get(name)?.find(option => option.value === value)?.text ?? value
  const both = directory.fields.map(({ name, label }) => ({
    label,
    yours: inWords(name, typed[name]),
    other: inWords(name, now.values[name]),
  }))
  return both.some(({ yours, other }) => yours !== other) ? both : null
}
