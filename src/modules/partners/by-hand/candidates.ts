import { type PersonFound, possibleDuplicates, searchPeople } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ToldPerson } from '../told/toldPerson.ts'

export const idOf = (found: PersonFound): Uuid => (found.held ? found.person.id : found.id)

/**
 * Who may be the child, as the search finds them: by what the notice tells, and by what the reader looks for. Outside one's own work only a strong
 * match is shown, in initials; a restricted person is as if absent.
 */
export async function candidatesFor(
  work: Work,
  child: ToldPerson | null,
  text: string | null,
): Promise<readonly PersonFound[]> {
  const likely = child === null ? [] : await possibleDuplicates(work, likenessOf(child))
  const { rows } = text === null ? { rows: [] } : await searchPeople(work, { text, page: 1, perPage: 20 })
  return [...new Map([...likely, ...rows].map(found => [idOf(found), found])).values()]
}

const likenessOf = ({ given, family, born, nhsNumber }: ToldPerson) => ({
  name: { given: given ?? '', family: family ?? '' },
  dateOfBirth: born === null ? null : Temporal.PlainDate.from(born),
  dateOfBirthPrecision: 'day' as const,
  identifiers: nhsNumber === null ? [] : [{ value: nhsNumber }],
})
