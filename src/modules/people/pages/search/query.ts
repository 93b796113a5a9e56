import { z } from 'zod'
import type { PeopleFilter } from '../../queries/searchPeople.ts'

const ageBands = {
  '0-4': [0, 4],
  '5-10': [5, 10],
  '11-15': [11, 15],
  '16-17': [16, 17],
  '18-24': [18, 24],
} as const
export type AgeBand = keyof typeof ageBands
export const ageBandNames = Object.keys(ageBands) as readonly AgeBand[] // the keys are the table's own

/** The state of the list, all of it in the address; anything not understood is left out. */
export const searchQuery = z.object({
  search: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  show: z.enum(['children', 'adults', 'open']).optional().catch(undefined),
  age: z.enum(['0-4', '5-10', '11-15', '16-17', '18-24']).optional().catch(undefined),
  format: z.literal('csv').optional().catch(undefined),
})
export type SearchQuery = z.output<typeof searchQuery>

export function filterOf({ show, age }: SearchQuery): PeopleFilter {
  const band = age === undefined ? undefined : ageBands[age]
  return { show, ages: band && { from: band[0], to: band[1] } }
}

/** The address of the list with some of its state changed. */
export function searchPath(query: SearchQuery, change: Partial<SearchQuery> = {}): string {
  const state = { ...query, page: 1, format: undefined, ...change }
  const fields = Object.entries(state).filter(
    ([name, value]) => value !== undefined && !(name === 'page' && value === 1),
  )
  const text = new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '/people' : `/people?${text}`
}
