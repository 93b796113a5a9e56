import type { Work } from '#platform/db'
import { type Likeness, searchTextFor } from '../rules/searchTextFor.ts'
import { type PersonFound, searchPeople } from './searchPeople.ts'

const most = 10

/**
 * People who may be the one about to be added: those that name and date of birth or a number find, and, since a date
 * may be mistyped, those of the same name in the caller's own work.
 */
export async function possibleDuplicates(work: Work, likeness: Likeness): Promise<readonly PersonFound[]> {
  const found = new Map<string, PersonFound>()
  for (const text of [searchTextFor(likeness), searchTextFor({ ...likeness, dateOfBirth: null })]) {
    if (text === '') continue
    const { rows } = await searchPeople(work, { text, page: 1, perPage: most })
    for (const row of rows) {
      const id = row.held ? row.person.id : row.id
      if (!found.has(id)) found.set(id, row)
    }
  }
  return [...found.values()].slice(0, most)
}
