import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'

/** Measures that the authority has chosen, by key, in its words. */
export async function measureNames(work: Work): Promise<Readonly<Record<string, string>>> {
  const named = await readSetting(work, 'safeguarding.measures')
  return Object.fromEntries(Object.entries(named).filter(([, name]) => name !== ''))
}
