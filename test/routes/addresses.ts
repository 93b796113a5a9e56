import { makeUuid, type Uuid } from '#platform/ids'
import { type Asked, type County, type Gate, type Told, whoses } from './shapes.ts'

/** Ids that are nobody's, of the same length as everybody's. */
export const nobody = makeUuid()
export const nobodyElse = makeUuid()
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

/** The addresses at which the matrix asks one route. */
export type Addresses = (county: County) => readonly Asked[]

/** Reading a row of this table about the person. */
export const about =
  (table: string): Gate =>
  one => [{ table, personIds: [one.personId] }]
export const identity = about('person')
export const record: Gate = one => [...identity(one, empty), ...about('significant_event')(one, empty)]
export const empty = {} as County // the gates above look at the person only

/** Addresses of a page about one person's record, one for each of the people and one for nobody. */
export function ofPerson(
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
export function ofRow(
  address: (one: Told) => string,
  gate: Gate,
  held?: Pick<Asked, 'isCertain'>,
): Addresses {
  const mixed: Addresses = county =>
    (['other', 'sealed', 'besideSealed'] as const).map(whose => {
      const { personId } = county.people.own
      const url = address({ ...county.people[whose], personId })
      return { url, whose, twin: address({ ...absent, personId }), isBlind: true }
    })
  return county => [...ofPerson(address, gate, held)(county), ...mixed(county)]
}

/** A page that tells of nobody by its address; what is on it is searched for marks and ids. */
export const plain =
  (...urls: readonly string[]): Addresses =>
  () =>
    urls.map(url => ({ url, whose: 'nobody' as const }))

/** The address as a page and as CSV. */
export const withFormat = (url: string): string[] => [url, `${url}${url.includes('?') ? '&' : '?'}format=csv`]

/** The addresses of all of these. */
export const each =
  (...many: readonly Addresses[]): Addresses =>
  county =>
    many.flatMap(one => one(county))

/** A page that need not open to whoever may read the person: it asks for more. */
export const uncertain = { isCertain: false }

/** The same kind of addresses for each route of a list. */
export const addressed = <P>(
  paths: Readonly<Record<string, P>>,
  of: (path: P) => Addresses,
): Readonly<Record<string, Addresses>> =>
  Object.fromEntries(Object.entries(paths).map(([url, path]) => [url, of(path)]))
