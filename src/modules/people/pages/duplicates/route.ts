import { z } from 'zod'
import { type Route, route } from '#platform/http'
import { possibleDuplicates } from '../../queries/possibleDuplicates.ts'

const line = z.string().trim().max(200).nullable().default(null)
const body = z.object({
  given: line,
  family: line,
  /** ISO date, year and month, or year. */
  born: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable()
    .default(null),
  numbers: z.array(z.string().trim().max(40)).max(5).default([]),
})

function bornOn(text: string | null) {
  const [year, month, day] = (text ?? '').split('-')
  const none = { dateOfBirth: null, dateOfBirthPrecision: 'day' as const }
  if (!year) return none
  try {
    const date = Temporal.PlainDate.from(`${year}-${month ?? '01'}-${day ?? '01'}`)
    const precision = day ? ('day' as const) : month ? ('month' as const) : ('year' as const)
    return { dateOfBirth: date, dateOfBirthPrecision: precision }
  } catch {
    return none // still being typed
  }
}

/** The duplicate check while a new person is typed; a POST, so that no name stands in an address. */
export const duplicateRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/people/possible-duplicates',
    admits: ['practitioner', 'duty'],
    summary: 'People who may be the one about to be added',
    purpose: 'search',
    body,
    repeats: true,
    handle: async ({ work, body: asked }) => {
      const name = asked.given || asked.family ? { given: asked.given, family: asked.family } : null
      const identifiers = asked.numbers.map(value => ({ kind: 'other' as const, value }))
      const found = await possibleDuplicates(work, { name, identifiers, ...bornOn(asked.born) })
      const people = found.map(row =>
        row.held
          ? {
              held: true,
              href: `/people/${row.person.id}`,
              name: row.person.displayName,
              age: row.person.age,
            }
          : { held: false, href: `/people/${row.id}/open`, initials: row.initials, birthYear: row.birthYear },
      )
      const subjectIds = found.map(row => (row.held ? row.person.id : row.id))
      return { kind: 'json', body: { people }, shown: { resource: 'person', subjectIds, action: 'search' } }
    },
  }),
]
