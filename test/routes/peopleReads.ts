import {
  type Addresses,
  each,
  identity,
  nobody,
  nobodyElse,
  ofPerson,
  ofRow,
  plain,
  record,
  uncertain,
  withFormat,
} from './addresses.ts'
import { groupOf } from './gates.ts'
import type { Told } from './shapes.ts'

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
  'quality',
  'adults',
  'pregnancy',
  'twins',
]
const rowParts = ['name', 'identifier', 'address', 'contact', 'family', 'pregnancy']

const details = ({ personId }: Told): string => `/people/${personId}/details`

/** The pages of who people are: details, documents, letters, families and merges. */
export const peopleReads: Readonly<Record<string, Addresses>> = {
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
  '/people/:personId/documents': each(
    ...['', '?show=locked', '?format=csv'].map(query =>
      ofPerson(one => `/people/${one.personId}/documents${query}`),
    ),
  ),
  '/people/:personId/documents/new': ofPerson(
    one => `/people/${one.personId}/documents/new`,
    identity,
    uncertain,
  ),
  '/people/:personId/documents/:documentId': ofRow(
    one => `/people/${one.personId}/documents/${one.rowIds['document'] ?? nobody}`,
    record,
  ),
  '/people/:personId/documents/:documentId/file': ofPerson(
    one => `/people/${one.personId}/documents/${one.rowIds['document'] ?? nobody}/file`,
    record,
    { isBlind: true },
  ),
  '/people/:personId/letters/new': ofPerson(
    one => `/people/${one.personId}/letters/new`,
    identity,
    uncertain,
  ),
  '/people/:personId/letters/:letterId': ofRow(
    one => `/people/${one.personId}/letters/${one.rowIds['letter'] ?? nobody}`,
    record,
  ),
  '/people/:personId/letters/:letterId/print': ofRow(
    one => `/people/${one.personId}/letters/${one.rowIds['letter'] ?? nobody}/print`,
    record,
  ),
  '/people/:personId/duplicates': ofPerson(one => `/people/${one.personId}/duplicates`),
  '/people/:personId/duplicates/:otherId': ofPerson(
    one => `/people/${one.personId}/duplicates/${nobodyElse}`,
    identity,
    { isBlind: true },
  ),
  '/people/:personId/merge/:otherId': each(
    ofPerson(one => `/people/${one.personId}/merge/${nobodyElse}`, identity, { isBlind: true }),
    ofPerson(one => `/people/${one.personId}/merge/${one.personId}`, identity, { isBlind: true }),
  ),
  '/merges': plain(...withFormat('/merges'), ...withFormat('/merges?show=undone')),
  '/merges/:mergeId': plain(`/merges/${nobody}`),
  '/merges/:mergeId/undo': plain(`/merges/${nobody}/undo`),
  '/families/new': ofPerson(one => `/families/new?person=${one.personId}`, identity, uncertain),
  '/families/:familyId': ofPerson(one => `/families/${one.familyId}`, groupOf),
  '/families/:familyId/genogram': each(
    ...['', '?opinions=yes', '?opinions=yes&format=svg'].map(query =>
      ofPerson(one => `/families/${one.familyId}/genogram${query}`, groupOf),
    ),
  ),
  '/families/:familyId/members/new': ofPerson(one => `/families/${one.familyId}/members/new`, groupOf),
  '/people/new': each(
    plain('/people/new'),
    ofPerson(one => `/people/new?family=${one.familyId}`, groupOf),
  ),
}
