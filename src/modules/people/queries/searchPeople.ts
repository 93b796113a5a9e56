import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { flagsOf, type PersonFlag } from '../registry/personFlags.ts'
import { yearsOld } from '../rules/describeAge.ts'
import { readSearchText } from '../rules/readSearchText.ts'
import type { PeopleTables } from '../tables.ts'
import { type PersonSummary, personSummaries } from './personSummaries.ts'

/** Whom a list is narrowed to. */
export type PeopleFilter = {
  readonly show?: 'children' | 'adults' | 'open' | undefined
  /** Whole years, both included; unborn children count as 0. */
  readonly ages?: { readonly from: number; readonly to: number } | undefined
}

export type PersonFound =
  | { readonly held: true; readonly person: PersonSummary; readonly flags: readonly PersonFlag[] }
  /** Outside the caller's work: enough to ask to open the record with a reason, and no more (ADR 0005). */
  | { readonly held: false; readonly id: Uuid; readonly initials: string; readonly birthYear: number | null }

export type PeopleFound = {
  readonly rows: readonly PersonFound[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

export type PeopleSearch = {
  readonly text: string
  /** From 1. */
  readonly page: number
  readonly perPage?: number
  readonly filter?: PeopleFilter
}

/**
 * Finds people by name however spelled, address, postcode, identifier or date of birth however exact. Restricted
 * people of whose named list the caller is not a member are neither found nor counted; that list is told when one is
 * matched strongly.
 */
export async function searchPeople(work: Work, search: PeopleSearch): Promise<PeopleFound> {
  const { text, perPage = 50, filter = {} } = search
  const hits = await findPeople(work, text, 'search')
  const people = await personSummaries(
    work,
    hits.filter(hit => hit.held).map(hit => hit.id),
  )
  const isFiltered = filter.show !== undefined || filter.ages !== undefined
  // Flags of everyone are needed only to filter by one.
  const every =
    filter.show === 'open'
      ? await flagsOf(
          work,
          people.map(person => person.id),
        )
      : new Map()
  const mine = people.filter(person => passes(person, filter, work.today, every.get(person.id)))
  const others = isFiltered
    ? []
    : await outlines(
        work,
        hits.filter(hit => !hit.held).map(hit => hit.id),
      )
  const total = mine.length + others.length
  const pages = Math.max(1, Math.ceil(total / perPage))
  const page = Math.min(Math.max(1, search.page), pages)
  const from = (page - 1) * perPage
  const shown = mine.slice(from, from + perPage)
  const flags = await flagsOf(
    work,
    shown.map(person => person.id),
  )
  const rows: PersonFound[] = shown.map(person => ({ held: true, person, flags: flags.get(person.id) ?? [] }))
  const left = others.slice(Math.max(0, from - mine.length), Math.max(0, from + perPage - mine.length))
  return { rows: [...rows, ...left], total, page, pages }
}

function passes(
  person: PersonSummary,
  filter: PeopleFilter,
  today: Temporal.PlainDate,
  flags: readonly PersonFlag[] = [],
): boolean {
  if (filter.show === 'children' && person.isChild !== true) return false
  if (filter.show === 'adults' && person.isChild !== false) return false
  if (filter.show === 'open' && !flags.some(flag => flag.code === 'open')) return false
  if (filter.ages === undefined) return true
  const years = person.isUnborn ? 0 : yearsOld(person.dateOfBirth, today)
  return years !== null && years >= filter.ages.from && years <= filter.ages.to
}

/** One person whom a search found, best first. */
export type Hit = { readonly id: Uuid; readonly rank: number; readonly held: boolean }

/** Asks the database's one search function; the same single statement whatever it meets. */
export async function findPeople(
  work: Work,
  text: string,
  how: 'search' | 'new_person',
): Promise<readonly Hit[]> {
  const { words, born, numbers, postcode } = readSearchText(text, work.today)
  const answer = await sql<Hit>`
    select person_id as id, rank, held from search.find_people(${words}, ${born?.first ?? null}::date,
      ${born?.last ?? null}::date, ${[...numbers]}::text[], ${postcode}, ${work.knownAt}::timestamptz, ${how})`.execute(
    work.db<PeopleTables>(),
  )
  return answer.rows
}

async function outlines(work: Work, ids: readonly Uuid[]): Promise<readonly PersonFound[]> {
  const answer = await sql<{ id: Uuid; initials: string; birth_year: number | null }>`
    select person_id as id, initials, birth_year from search.outline(${[...ids]}::uuid[])`.execute(
    work.db<PeopleTables>(),
  )
  return answer.rows.map(({ id, initials, birth_year }) => ({
    held: false,
    id,
    initials,
    birthYear: birth_year,
  }))
}
