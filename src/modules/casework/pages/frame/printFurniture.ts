import { authorityName } from '#platform/db'
import type { Visit } from '#platform/http'
import type { Furniture } from '#platform/print'
import { formatDateTime } from '#ui'
import type { RecordFrame } from './recordFrame.ts'

/** What stands on every page of a print from one person's record. */
export async function printFurniture(
  { work, me }: Pick<Visit<unknown, unknown, unknown>, 'work' | 'me'>,
  { identity }: RecordFrame,
  title: string,
): Promise<Furniture> {
  const number = identity.identifiers.find(({ kind }) => kind === 'la_child_id')?.value
  return {
    title,
    subtitle: null,
    reference: number === undefined ? 'No number recorded' : `LA child ID ${number}`,
    authority: await authorityName(work),
    printedAt: formatDateTime(work.now),
    printedFor: me.name,
    lang: 'en',
  }
}
