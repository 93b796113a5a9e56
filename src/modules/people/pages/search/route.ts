import { type Reply, type Route, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { keepSearchText, searchTextOf } from '../../commands/keepSearchText.ts'
import { type PeopleFound, searchPeople } from '../../queries/searchPeople.ts'
import { peoplePanels } from '../../registry/peoplePanels.ts'
import { searchPage } from './page.ts'
import { filterOf, type SearchQuery, searchQuery } from './query.ts'

const admits = ['practitioner', 'duty', 'director', 'data_quality'] as const
type SearchVisit = Visit<unknown, SearchQuery, unknown>

async function show(visit: SearchVisit): Promise<Reply> {
  const { work, query } = visit
  // The address was parsed as a UUID; ids are compared as the database prints them, in lower case.
  const id = query.search?.toLowerCase() as Uuid | undefined
  const text = id === undefined ? null : await searchTextOf(work, id)
  const isCsv = query.format === 'csv'
  const found =
    text === null || text === ''
      ? null
      : await searchPeople(work, {
          text,
          page: isCsv ? 1 : query.page,
          perPage: isCsv ? 500 : 50,
          filter: filterOf(query),
        })
  if (isCsv && found) return asCsv(found)
  const panels = found === null ? await Promise.all(peoplePanels.map(panel => panel(work))) : []
  const mayAdd = work.knownAt === null && ['practitioner', 'duty'].includes(work.actor.class)
  const subjectIds = idsOf(found)
  return {
    kind: 'page',
    title: 'People',
    content: searchPage({ text: text ?? '', query, found, form: visit.form, mayAdd, panels }),
    current: 'people',
    isWide: true,
    shown: found ? { resource: 'person', subjectIds, action: 'search' } : 'nothing',
  }
}

const idsOf = (found: PeopleFound | null): Uuid[] =>
  found?.rows.map(row => (row.held ? row.person.id : row.id)) ?? []

/** The people of the caller's own work; rows outside it never leave the page. */
function asCsv(found: PeopleFound): Reply {
  const held = found.rows.flatMap(row => (row.held ? [row] : []))
  return {
    kind: 'csv',
    fileName: 'people.csv',
    header: ['Name', 'Age', 'Date of birth', 'Area', 'LA child ID', 'Flags'],
    rows: held.map(({ person, flags }) => [
      person.displayName,
      person.age,
      person.dateOfBirth?.toString() ?? '',
      person.address.outcome === 'known' ? person.address.area : '',
      person.laChildId ?? '',
      flags.map(flag => flag.text).join('; '),
    ]),
    shown: { resource: 'person', subjectIds: held.map(({ person }) => person.id), action: 'export' },
  }
}

/** Finding people. The text travels by POST and stays out of addresses; the address of the results holds an id. */
export const searchRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/people',
    admits,
    summary: 'People found by the search kept under an id, with filters',
    purpose: 'search',
    query: searchQuery,
    handle: show,
  }),
  route({
    method: 'POST',
    url: '/people',
    admits,
    summary: 'Keeps a search text for the person who typed it and shows what it finds',
    purpose: 'search',
    repeats: true,
    handle: async ({ work, sent }) => {
      const text = typeof sent['text'] === 'string' ? sent['text'].trim() : ''
      if (text === '') return { kind: 'redirect', location: '/people' }
      return { kind: 'redirect', location: `/people?search=${await keepSearchText(work, text)}` }
    },
  }),
]
