import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'

/** The eight intervention modules in the authority's own words; "Module 1" to "Module 8" until it names them. */
export async function moduleNames(work: Work): Promise<Readonly<Record<string, string>>> {
  const named = await readSetting(work, 'safeguarding.modules')
  return Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => {
      const key = `module_${at + 1}` as keyof typeof named
      return [`${at + 1}`, named[key] ?? `Module ${at + 1}`]
    }),
  )
}
