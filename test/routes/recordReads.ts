import {
  type Addresses,
  about,
  each,
  empty,
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
import { approvalOf, approvalPath, openingReads, transferOf, transferPath } from './decisionRoutes.ts'
import { noteOf } from './gates.ts'

const chronologies = [
  '',
  '?of=family',
  '?full=yes',
  '?full=yes&of=family&format=csv',
  '?format=csv&of=family',
]

/** The pages of one record, and of the notes, clocks and decisions in it. */
export const recordReads: Readonly<Record<string, Addresses>> = {
  '/people/:personId': ofPerson(one => `/people/${one.personId}`),
  '/people/:personId/plans': ofPerson(one => `/people/${one.personId}/plans`),
  '/people/:personId/notes': each(
    ofPerson(one => `/people/${one.personId}/notes`),
    ofPerson(one => `/people/${one.personId}/notes?kind=visit`),
  ),
  '/people/:personId/chronology': each(
    ...chronologies.map(query => ofPerson(one => `/people/${one.personId}/chronology${query}`)),
  ),
  '/people/:personId/journey': each(
    ...['', '?of=family', '?of=family&format=csv'].map(query =>
      ofPerson(one => `/people/${one.personId}/journey${query}`, identity, uncertain),
    ),
  ),
  '/people/:personId/ecomap': ofPerson(one => `/people/${one.personId}/ecomap`, identity, uncertain),
  '/people/:personId/directions': ofPerson(one => `/people/${one.personId}/directions`, identity, uncertain),
  '/people/:personId/nhs': ofPerson(one => `/people/${one.personId}/nhs`, identity, uncertain),
  '/people/:personId/court-chronologies': ofPerson(
    one => `/people/${one.personId}/court-chronologies`,
    identity,
    uncertain,
  ),
  '/people/:personId/alerts': ofPerson(one => `/people/${one.personId}/alerts`),
  '/people/:personId/tasks': ofPerson(one => `/people/${one.personId}/tasks`),
  '/people/:personId/contributions': ofPerson(one => `/people/${one.personId}/contributions`),
  '/people/:personId/who-knows': ofPerson(one => `/people/${one.personId}/who-knows`),
  '/people/:personId/contributions/requests/new': ofPerson(
    one => `/people/${one.personId}/contributions/requests/new`,
    identity,
    uncertain,
  ),
  '/people/:personId/contributions/new': ofPerson(
    one => `/people/${one.personId}/contributions/new`,
    identity,
    uncertain,
  ),
  '/people/:personId/contributions/:contributionId/correct': plain(
    `/people/${nobody}/contributions/${nobodyElse}/correct`,
  ),
  '/people/:personId/involved': ofPerson(one => `/people/${one.personId}/involved`),
  '/people/:personId/involved/colleague': each(
    ofPerson(one => `/people/${one.personId}/involved/colleague`, identity, uncertain),
    ofPerson(one => `/people/${one.personId}/involved/colleague?find=Worker`, identity, uncertain),
  ),
  '/people/:personId/looks': each(
    ...withFormat('').map(query => ofPerson(one => `/people/${one.personId}/looks${query}`, record)),
  ),
  '/people/:personId/visits/new': each(
    ofPerson(one => `/people/${one.personId}/visits/new`, identity, uncertain),
    ofPerson(one => `/people/${one.personId}/visits/new?draft=open`, identity, uncertain),
    ofRow(one => `/people/${one.personId}/visits/new?corrects=${one.noteId}`, identity, uncertain),
  ),
  '/people/:personId/close': ofPerson(one => `/people/${one.personId}/close`, identity, uncertain),
  '/people/:personId/oversight/new': ofPerson(
    one => `/people/${one.personId}/oversight/new`,
    identity,
    uncertain,
  ),
  '/openings/:openingId': openingReads,
  '/approvals/:approvalId': ofPerson(approvalPath, approvalOf),
  '/people/:personId/know': ofPerson(one => `/people/${one.personId}/know`, identity, { isBlind: true }),
  '/people/:personId/conflicts': ofPerson(one => `/people/${one.personId}/conflicts`, identity, uncertain),
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
  '/transfers/:transferId': ofPerson(one => transferPath(one), transferOf),
  // For another authority alone, and these go to a team.
  '/transfers/:transferId/pack.pdf': ofPerson(one => transferPath(one, '/pack.pdf'), transferOf, {
    isBlind: true,
  }),
  '/notes/:noteId': ofPerson(one => `/notes/${one.noteId}`, noteOf),
  '/clocks/:clockId': ofPerson(
    one => `/clocks/${one.clockId}`,
    one => [...identity(one, empty), ...about('clock')(one, empty)],
  ),
  '/people/:personId/referrals/:referralId': ofPerson(
    one => `/people/${one.personId}/referrals/${nobody}`,
    identity,
    uncertain,
  ),
  '/people/:personId/plan': ofPerson(one => `/people/${one.personId}/plan`),
  '/people/:personId/transfers/new': ofPerson(
    one => `/people/${one.personId}/transfers/new`,
    identity,
    uncertain,
  ),
}
