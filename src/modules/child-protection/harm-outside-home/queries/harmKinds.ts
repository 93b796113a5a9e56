import { readSetting } from '#modules/agencies'
import type { Words } from '#modules/casework'
import type { Work } from '#platform/db'
import { usualKinds } from '../rules/words.ts'

/** The kinds of harm by their codes: Kith's, and the authority's own. */
export async function harmKinds(work: Work): Promise<Words> {
  return { ...usualKinds, ...(await readSetting(work, 'harm.kinds')) }
}
