import type { Uuid } from '#platform/ids'
import { makeUuid } from '#platform/ids'
import type { Row } from '../oracle/index.ts'
import type { County, Whose } from './county.ts'
import type { StaffName } from './staff.ts'
import type { Told } from './told.ts'

/** Ids that are nobody's, of the same length as everybody's. */
const nobody = makeUuid()
export const absent: Told = {
  personId: nobody,
  familyId: nobody,
  noteId: nobody,
  clockId: nobody,
  alertId: nobody,
  taskId: nobody,
  involvementId: nobody,
  allocationId: nobody,
  rowIds: {},
}

/** What a page about a record does for somebody who may read these rows: all of them, or it hides that it exists. */
export type Gate = (one: Told, county: County) => readonly Row[]

/** One address to ask for, and what its answer is held to. */
export type Asked = {
  readonly url: string
  /** Whose ids stand in the address, for the reader of a failure. */
  readonly whose: Whose | 'nobody'
  /** The same address with the id of nobody: what somebody who may not read `needs` is answered. */
  readonly twin?: string
  /** Rows that somebody must be able to read to be shown the page. */
  readonly needs?: readonly Row[]
  /** Whoever may read those is shown it; else they may also be told why not. */
  readonly isCertain?: boolean
  /** Everyone is answered like nobody's id, whatever they may read. */
  readonly isBlind?: boolean
  /** May be shown it without that: D2, "a reference given by that list or the duty manager". */
  readonly alsoFor?: StaffName
}

type Addresses = (county: County) => readonly Asked[]

const whoses = ['own', 'sibling', 'other', 'sealed', 'besideSealed', 'ended'] as const

const about =
  (table: string): Gate =>
  one => [{ table, personIds: [one.personId] }]
export const identity = about('person')
const record: Gate = one => [...identity(one, empty), ...about('significant_event')(one, empty)]
const empty = {} as County // the gates above look at the person only

/** Addresses of a page about one person's record, one for each of the people and one for nobody. */
function ofPerson(
  address: (one: Told) => string,
  gate: Gate = identity,
  held: Pick<Asked, 'isCertain' | 'isBlind' | 'alsoFor'> = { isCertain: true },
): Addresses {
  return county => [
    ...whoses.map(whose => {
      const one = county.people[whose]
      return { url: address(one), whose, twin: address(absent), needs: gate(one, county), ...held }
    }),
    { url: address(absent), whose: 'nobody' as const, twin: address(absent), needs: [], isBlind: true },
    { url: address({ ...absent, personId: 'not-an-id' as Uuid }), whose: 'nobody' as const },
  ]
}

/** Addresses that name a person and a row: those of one, and those that mix two people's. */
function ofRow(address: (one: Told) => string, gate: Gate, held?: Pick<Asked, 'isCertain'>): Addresses {
  const mixed: Addresses = county =>
    (['other', 'sealed', 'besideSealed'] as const).map(whose => {
      const { personId } = county.people.own
      const url = address({ ...county.people[whose], personId })
      return { url, whose, twin: address({ ...absent, personId }), isBlind: true }
    })
  return county => [...ofPerson(address, gate, held)(county), ...mixed(county)]
}

/** A page that tells of nobody by its address; what is on it is searched for marks and ids. */
const plain =
  (...urls: readonly string[]): Addresses =>
  () =>
    urls.map(url => ({ url, whose: 'nobody' as const }))

const withFormat = (url: string): string[] => [url, `${url}${url.includes('?') ? '&' : '?'}format=csv`]

export const groupOf: Gate = (one, county) => {
  const members = Object.values(county.people)
    .filter(({ familyId }) => familyId === one.familyId)
    .map(({ personId }) => personId)
  return [{ table: 'family', familyId: one.familyId, personIds: members }]
}

/** The note of `besideSealed` is about the sealed child too, that of `own` about the sibling. */
export const noteOf: Gate = (one, { people, staff }) => {
  const also = { [people.own.personId]: people.sibling, [people.besideSealed.personId]: people.sealed }
  const beside = also[one.personId]
  const authors = {
    [people.other.personId]: staff.workers.otherHolder,
    [people.ended.personId]: staff.workers.formerHolder,
  }
  const authorId = authors[one.personId] ?? staff.workers.holder
  const personIds = [one.personId, ...(beside ? [beside.personId] : [])]
  return [{ table: 'note', personIds, authorId }]
}

const parts = [
  'life',
  'facts',
  'name',
  'identifier',
  'address',
  'contact',
  'relationship',
  'family',
  'household',
]
const rowParts = ['name', 'identifier', 'address', 'contact', 'family']
const directories = ['workers', 'posts', 'teams', 'areas', 'organisations', 'rota', 'class-mapping']
const uncertain = { isCertain: false }

const details = ({ personId }: Told): string => `/people/${personId}/details`
const chronologies = [
  '',
  '?of=family',
  '?full=yes',
  '?full=yes&of=family&format=csv',
  '?format=csv&of=family',
]

const each =
  (...many: readonly Addresses[]): Addresses =>
  county =>
    many.flatMap(one => one(county))

const team: Addresses = ({ staff }) =>
  ['north', 'south', 'duty', 'conference'].flatMap(name => {
    const id = staff.teams[name as 'north'] // the names above are its keys
    const { holder } = staff.workers
    return [
      ...withFormat(`/teams/${id}/board`),
      ...withFormat(`/teams/${id}/queue`),
      ...withFormat(`/teams/${id}/queue?holder=${holder}`),
      `/teams/${id}/queue?team=${staff.teams.north}`,
    ].map(url => ({ url, whose: 'nobody' as const }))
  })

const directory = (slug: string): Addresses =>
  plain(...withFormat(`/administration/${slug}`), `/administration/${slug}?q=Madeup`)

/**
 * Every GET route of the service and the addresses at which the matrix asks it. A route that is missing here fails the
 * matrix: say of whom its page is and what its reader must be able to read.
 */
export const readRoutes: Readonly<Record<string, Addresses>> = {
  '/': plain('/'),
  '/session': plain('/session'),
  '/openapi.json': plain('/openapi.json'),
  '/people/:personId': ofPerson(one => `/people/${one.personId}`),
  '/people/:personId/plans': ofPerson(one => `/people/${one.personId}/plans`),
  '/people/:personId/notes': each(
    ofPerson(one => `/people/${one.personId}/notes`),
    ofPerson(one => `/people/${one.personId}/notes?kind=visit`),
  ),
  '/people/:personId/chronology': each(
    ...chronologies.map(query => ofPerson(one => `/people/${one.personId}/chronology${query}`)),
  ),
  '/people/:personId/alerts': ofPerson(one => `/people/${one.personId}/alerts`),
  '/people/:personId/tasks': ofPerson(one => `/people/${one.personId}/tasks`),
  '/people/:personId/involved': ofPerson(one => `/people/${one.personId}/involved`),
  '/people/:personId/involved/colleague': each(
    ofPerson(one => `/people/${one.personId}/involved/colleague`, identity, uncertain),
    ofPerson(one => `/people/${one.personId}/involved/colleague?find=Worker`, identity, uncertain),
  ),
  '/people/:personId/details': ofPerson(details),
  '/people/:personId/details/:part': each(
    ...parts.map(part => ofPerson(one => `${details(one)}/${part}`, identity, uncertain)),
    ofPerson(one => `${details(one)}/none`, identity, { isBlind: true }),
  ),
  '/people/:personId/details/:part/:rowId': each(
    ...rowParts.map(part =>
      ofRow(one => `${details(one)}/${part}/${one.rowIds[part] ?? nobody}`, identity, uncertain),
    ),
  ),
  '/people/:personId/looks': each(
    ...withFormat('').map(query => ofPerson(one => `/people/${one.personId}/looks${query}`, record)),
  ),
  '/people/:personId/visits/new': each(
    ofPerson(one => `/people/${one.personId}/visits/new`, identity, uncertain),
    ofPerson(one => `/people/${one.personId}/visits/new?draft=open`, identity, uncertain),
    ofRow(one => `/people/${one.personId}/visits/new?corrects=${one.noteId}`, identity, uncertain),
  ),
  '/people/:personId/events/new': ofPerson(one => `/people/${one.personId}/events/new`),
  '/people/:personId/allocate': each(
    ofPerson(one => `/people/${one.personId}/allocate`),
    county => ofPerson(one => `/people/${one.personId}/allocate?team=${county.staff.teams.north}`)(county),
  ),
  '/people/:personId/allocations/:allocationId/end': ofRow(
    one => `/people/${one.personId}/allocations/${one.allocationId}/end`,
    about('allocation'),
  ),
  '/people/:personId/open': ofPerson(one => `/people/${one.personId}/open`, identity, { isBlind: true }),
  '/people/:personId/restriction': ofPerson(
    one => `/people/${one.personId}/restriction`,
    identity,
    uncertain,
  ),
  '/people/:personId/give-reference': ofPerson(one => `/people/${one.personId}/give-reference`, identity, {
    ...uncertain,
    alsoFor: 'dutyManager',
  }),
  '/open-with-reference': plain('/open-with-reference'),
  '/notes/:noteId': ofPerson(one => `/notes/${one.noteId}`, noteOf),
  '/clocks/:clockId': ofPerson(
    one => `/clocks/${one.clockId}`,
    one => [...identity(one, empty), ...about('clock')(one, empty)],
  ),
  '/families/new': ofPerson(one => `/families/new?person=${one.personId}`, identity, uncertain),
  '/families/:familyId': ofPerson(one => `/families/${one.familyId}`, groupOf),
  '/families/:familyId/members/new': ofPerson(one => `/families/${one.familyId}/members/new`, groupOf),
  '/people/new': each(
    plain('/people/new'),
    ofPerson(one => `/people/new?family=${one.familyId}`, groupOf),
  ),
  '/people': plain('/people', `/people?search=${nobody}`, `/people?search=${nobody}&format=csv`),
  '/my-work': plain(...withFormat('/my-work'), '/my-work?show=overdue'),
  '/notices': plain(...withFormat('/notices'), '/notices?show=unread'),
  '/teams': plain('/teams'),
  '/teams/:teamId/board': each(team, plain(`/teams/${nobody}/board`)),
  '/teams/:teamId/queue': plain(`/teams/${nobody}/queue`),
  '/teams/:teamId/tasks': each(plain(`/teams/${nobody}/tasks`), ({ staff }) =>
    ['', '?whose=waiting', '?format=csv'].map(query => ({
      url: `/teams/${staff.teams.north}/tasks${query}`,
      whose: 'nobody' as const,
    })),
  ),
  '/data-quality': plain(...withFormat('/data-quality'), '/data-quality?page=2'),
  '/imports': plain(...withFormat('/imports')),
  '/imports/:runId': each(plain(`/imports/${nobody}`), ({ runId }) =>
    withFormat(`/imports/${runId}`).map(url => ({ url, whose: 'nobody' as const })),
  ),
  '/audit': plain(...withFormat('/audit')),
  '/administration': plain('/administration'),
  '/administration/workers/import': plain('/administration/workers/import'),
  '/administration/jobs': plain('/administration/jobs'),
  '/administration/settings': plain(...withFormat('/administration/settings')),
  '/administration/settings/:key': plain(
    '/administration/settings/unseen.weeks',
    '/administration/settings/display.words',
    '/administration/settings/none',
  ),
  '/administration/clocks': plain(...withFormat('/administration/clocks')),
  '/administration/clocks/:clock': plain(
    '/administration/clocks/CP_VISIT',
    '/administration/clocks/FGDM_OFFER',
    '/administration/clocks/NONE',
  ),
  '/administration/leavers/:workerId': ({ staff }) =>
    [staff.workers.holder, staff.workers.newcomer, nobody].map(id => ({
      url: `/administration/leavers/${id}`,
      whose: 'nobody' as const,
    })),
  ...Object.fromEntries(
    directories.flatMap(slug => [
      [`/administration/${slug}`, directory(slug)],
      [
        `/administration/${slug}/:row`,
        ({ staff }: County) =>
          ['new', nobody, staff.workers.holder, staff.teams.north].map(row => ({
            url: `/administration/${slug}/${row}`,
            whose: 'nobody' as const,
          })),
      ],
    ]),
  ),
}
