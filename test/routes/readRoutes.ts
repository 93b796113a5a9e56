import type { Uuid } from '#platform/ids'
import { makeUuid } from '#platform/ids'
import { attendanceReadPaths } from './attendanceRoutes.ts'
import { careReadPaths } from './careRoutes.ts'
import { caseloadReadPaths } from './caseloadRoutes.ts'
import { approvalOf, approvalPath, openingReads, transferOf, transferPath } from './decisionRoutes.ts'
import { disclosureReadPaths } from './disclosureRoutes.ts'
import { courtReadPaths } from './drawingRoutes.ts'
import { enquired, enquiryById, enquiryReadPaths } from './enquiryRoutes.ts'
import { safeguardingReadPaths } from './familySafeguardingRoutes.ts'
import { frontDoorReads } from './frontDoorRoutes.ts'
import { harmReadPaths } from './harmRoutes.ts'
import { meetingReadPaths } from './meetingRoutes.ts'
import { partnerReadPaths } from './partnerRoutes.ts'
import { planReadPaths } from './planRoutes.ts'
import { portalReadPaths } from './portalRoutes.ts'
import { preProceedingsReadPaths, protectionTeamReadPaths } from './preProceedingsRoutes.ts'
import { protectionInformationReadPaths } from './protectionInformationRoutes.ts'
import { conferenceReadPaths, protectionPlanReadPaths } from './protectionPlanRoutes.ts'
import { schoolReadPaths } from './schoolRoutes.ts'
import { type Asked, type County, type Gate, type Told, whoses } from './shapes.ts'
import { papered, sharingReadPaths } from './sharingRoutes.ts'
import { supervisionReadPaths } from './supervisionRoutes.ts'
import { workforceReadPaths } from './workforceRoutes.ts'

/** Ids that are nobody's, of the same length as everybody's. */
const nobody = makeUuid()
const nobodyElse = makeUuid()
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

type Addresses = (county: County) => readonly Asked[]

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
  // Who works with the father sees the family through him, and nobody else of it.
  const adults = one === county.people.guarded ? [county.wall.mother, county.wall.father] : []
  return [{ table: 'family', familyId: one.familyId, personIds: [...members, ...adults] }]
}

/** The note of `besideSealed` is about the sealed child too, that of `own` about the sibling. */
export const noteOf: Gate = (one, { people, staff }) => {
  const also = { [people.own.personId]: people.sibling, [people.besideSealed.personId]: people.sealed }
  const beside = also[one.personId]
  const authors = {
    [people.other.personId]: staff.workers.otherHolder,
    [people.ended.personId]: staff.workers.formerHolder,
    [people.guarded.personId]: staff.workers.eastHolder,
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
  'quality',
  'adults',
  'pregnancy',
  'twins',
]
const rowParts = ['name', 'identifier', 'address', 'contact', 'family', 'pregnancy']
const directories = [
  'workers',
  'posts',
  'teams',
  'areas',
  'organisations',
  'rota',
  'class-mapping',
  'systems',
  ...['hospitals', 'nursing-areas', 'councils'],
]
const uncertain = { isCertain: false }

const details = ({ personId }: Told): string => `/people/${personId}/details`
const chronologies = [
  '',
  '?of=family',
  '?full=yes',
  '?full=yes&of=family&format=csv',
  '?format=csv&of=family',
]

/** Those who may read the assessment of the person, and of whoever is assessed with them. */
const assessed: Gate = (one, county) => {
  const { own, sibling, besideSealed, sealed } = county.people
  const beside = one === own ? [sibling] : one === besideSealed ? [sealed] : []
  return [one, ...beside].map(({ personId }) => ({ table: 'assessment', personIds: [personId] }))
}
const jointOf = (one: Told): string => `/assessments/${one.rowIds['assessment'] ?? nobody}`
const reading = (rest = ''): Addresses => ofPerson(one => `${jointOf(one)}${rest}`, assessed)
const writing = (rest: (one: Told) => string): Addresses =>
  ofPerson(one => `${jointOf(one)}${rest(one)}`, assessed, uncertain)
const jointForms = [
  'children',
  'take-in',
  'needs',
  'factors',
  'outcomes',
  'checkpoints',
  'check',
  'late',
  'stop',
]
const assessmentReads: Readonly<Record<string, Addresses>> = {
  '/people/:personId/assessments/new': ofPerson(
    one => `/people/${one.personId}/assessments/new`,
    identity,
    uncertain,
  ),
  '/people/:personId/assessments/current': ofPerson(
    one => `/people/${one.personId}/assessments/current`,
    identity,
    uncertain,
  ),
  '/assessments/:jointId': reading(),
  '/assessments/:jointId/seen': reading('/seen'),
  '/assessments/:jointId/versions': reading('/versions'),
  '/assessments/:jointId/copies': reading('/copies'),
  '/assessments/:jointId/print': writing(() => '/print'),
  '/assessments/:jointId/copies/:personId': writing(one => `/copies/${one.personId}?include=history`),
  '/assessments/:jointId/copies/:personId/print': writing(one => `/copies/${one.personId}/print`),
  '/assessments/:jointId/parts/:part': writing(() => '/parts/purpose'),
  '/assessments/:jointId/children/:personId': writing(one => `/children/${one.personId}`),
  '/assessments/:jointId/children/:personId/take-out': writing(one => `/children/${one.personId}/take-out`),
  '/assessments/:jointId/views/:personId': writing(one => `/views/${one.personId}`),
  ...Object.fromEntries(jointForms.map(form => [`/assessments/:jointId/${form}`, writing(() => `/${form}`)])),
}

const planReads: Readonly<Record<string, Addresses>> = {
  '/people/:personId/referrals/:referralId': ofPerson(
    one => `/people/${one.personId}/referrals/${nobody}`,
    identity,
    uncertain,
  ),
  '/people/:personId/plan': ofPerson(one => `/people/${one.personId}/plan`),
  ...Object.fromEntries(
    Object.entries(planReadPaths).map(([url, rest]) => [
      url,
      ofPerson(one => `/people/${one.personId}${rest}`, identity, uncertain),
    ]),
  ),
  '/people/:personId/transfers/new': ofPerson(
    one => `/people/${one.personId}/transfers/new`,
    identity,
    uncertain,
  ),
}

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
  '/people/:personId/journey': each(
    ...['', '?of=family', '?of=family&format=csv'].map(query =>
      ofPerson(one => `/people/${one.personId}/journey${query}`, identity, uncertain),
    ),
  ),
  ...Object.fromEntries(
    Object.entries(portalReadPaths).map(([url, path]) => [url, ofPerson(path, identity, uncertain)]),
  ),
  '/sharing': plain('/sharing', '/sharing?csv=yes'),
  ...Object.fromEntries(
    Object.entries(sharingReadPaths).map(([url, path]) => [url, ofPerson(path, papered, uncertain)]),
  ),
  '/enquiries/:enquiryId': ofPerson(enquiryById, enquired, uncertain),
  '/body-map/outlines/:view/outline.svg': plain(
    '/body-map/outlines/front/outline.svg',
    '/body-map/outlines/left_sole/outline.svg?region=left_sole_heel&x=9&y=9',
  ),
  ...Object.fromEntries(
    Object.entries(enquiryReadPaths).map(([url, path]) => [url, ofPerson(path, identity, uncertain)]),
  ),
  '/people/:personId/ecomap': ofPerson(one => `/people/${one.personId}/ecomap`, identity, uncertain),
  '/meetings': plain(...withFormat('/meetings'), '/meetings?show=past'),
  ...Object.fromEntries(
    Object.entries(meetingReadPaths).map(([url, path]) => [url, ofPerson(path, papered, uncertain)]),
  ),
  '/my-children': plain('/my-children'),
  '/protection-plans': plain(...withFormat('/protection-plans'), '/protection-plans?due=drift&category=NEG'),
  ...Object.fromEntries(
    Object.entries(conferenceReadPaths).map(([url, path]) => [url, ofPerson(path, papered, uncertain)]),
  ),
  ...Object.fromEntries(
    Object.entries(protectionPlanReadPaths).map(([url, rest]) => [
      url,
      ofPerson(one => `/people/${one.personId}${rest}`, identity, uncertain),
    ]),
  ),
  ...Object.fromEntries(Object.entries(supervisionReadPaths).map(([url, paths]) => [url, plain(...paths)])),
  '/people/:personId/directions': ofPerson(one => `/people/${one.personId}/directions`, identity, uncertain),
  '/missing': plain(...['now', 'interviews', 'months'].flatMap(show => withFormat(`/missing?show=${show}`))),
  '/harm': plain(...withFormat('/harm'), ...withFormat('/harm?show=places&ended=yes')),
  '/harm/networks/:networkId': plain(`/harm/networks/${nobody}`),
  '/harm/places/:placeId': plain(`/harm/places/${nobody}`),
  ...Object.fromEntries(
    Object.entries({ ...harmReadPaths, ...careReadPaths }).map(([url, rest]) => [
      url,
      ofPerson(one => `/people/${one.personId}${rest}`, identity, uncertain),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(preProceedingsReadPaths).map(([url, rest]) => [
      url,
      ofPerson(one => `/people/${one.personId}${rest}`, identity, uncertain),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(protectionTeamReadPaths).map(([url, paths]) => [url, plain(...paths)]),
  ),
  '/safeguarding/by-team': plain('/safeguarding/by-team'),
  '/safeguarding/by-team/:teamId/children': plain(
    ...withFormat(`/safeguarding/by-team/${nobody}/children`),
    `/safeguarding/by-team/${nobody}/children?of=waiting`,
  ),
  '/safeguarding/clinical-notes': plain('/safeguarding/clinical-notes'),
  '/safeguarding/clinical-notes/:strandId': plain(`/safeguarding/clinical-notes/${nobody}`),
  '/safeguarding/clinical-notes/:strandId/:noteId/correct': plain(
    `/safeguarding/clinical-notes/${nobody}/${nobody}/correct`,
  ),
  '/safeguarding': plain(...withFormat('/safeguarding'), '/safeguarding?show=waiting'),
  ...Object.fromEntries(
    Object.entries(safeguardingReadPaths).map(([url, path]) => [
      url,
      ofPerson(one => path(one.familyId), groupOf, {}),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({ ...protectionInformationReadPaths, ...disclosureReadPaths, ...schoolReadPaths }).map(
      ([url, paths]) => [url, plain(...paths)],
    ),
  ),
  '/people/:personId/nhs': ofPerson(one => `/people/${one.personId}/nhs`, identity, uncertain),
  ...Object.fromEntries(Object.entries(partnerReadPaths).map(([url, paths]) => [url, plain(...paths)])),
  ...Object.fromEntries(Object.entries(attendanceReadPaths).map(([url, paths]) => [url, plain(...paths)])),
  ...Object.fromEntries(Object.entries(workforceReadPaths).map(([url, paths]) => [url, plain(...paths)])),
  ...Object.fromEntries(
    Object.entries(caseloadReadPaths).map(([url, paths]) => [
      url,
      (county: County) => paths(county).map(path => ({ url: path, whose: 'nobody' as const })),
    ]),
  ),
  '/people/:personId/court-chronologies': ofPerson(
    one => `/people/${one.personId}/court-chronologies`,
    identity,
    uncertain,
  ),
  ...Object.fromEntries(Object.entries(courtReadPaths).map(([url, path]) => [url, plain(path)])),
  '/numbers': plain('/numbers'),
  '/menu': plain('/menu'),
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
  '/cover': plain('/cover'),
  '/openings': plain(...withFormat('/openings'), ...withFormat('/openings?show=reviewed')),
  '/openings/mine': plain(...withFormat('/openings/mine')),
  '/openings/unexplained': plain(...withFormat('/openings/unexplained')),
  '/openings/:openingId': openingReads,
  '/approvals/:approvalId': ofPerson(approvalPath, approvalOf),
  '/people/:personId/know': ofPerson(one => `/people/${one.personId}/know`, identity, { isBlind: true }),
  '/people/:personId/conflicts': ofPerson(one => `/people/${one.personId}/conflicts`, identity, uncertain),
  '/approvals': plain(
    ...withFormat('/approvals'),
    ...withFormat('/approvals?show=handed_in'),
    ...withFormat('/approvals?show=decided'),
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
  ...assessmentReads,
  ...planReads,
  '/plan-closings/:closingId': plain(`/plan-closings/${nobody}`),
  '/plan-steps': plain(...withFormat('/plan-steps')),
  '/letters': plain(...withFormat('/letters'), ...withFormat('/letters?show=held'), '/letters?show=draft'),
  '/transfers': plain(...withFormat('/transfers'), '/transfers?show=asked_by', '/transfers?show=decided'),
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
  '/people': plain('/people', `/people?search=${nobody}`, `/people?search=${nobody}&format=csv`),
  '/my-work': plain(...withFormat('/my-work'), '/my-work?show=overdue'),
  '/notices/changes': plain('/notices/changes'),
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
  '/front-door': plain(...withFormat('/front-door'), '/front-door?state=done', '/front-door?rag=red'),
  '/front-door/sent': plain(...withFormat('/front-door/sent')),
  '/front-door/report': plain(...withFormat('/front-door/report')),
  '/front-door/contacts/new': plain('/front-door/contacts/new', '/front-door/contacts/new?draft=open'),
  ...frontDoorReads,
  '/administration': plain('/administration'),
  '/administration/workers/import': plain('/administration/workers/import'),
  '/administration/invited': plain('/administration/invited'),
  '/administration/access-ending': plain(
    '/administration/access-ending',
    '/administration/access-ending?all=yes',
  ),
  '/administration/providers': plain('/administration/providers'),
  '/administration/providers/:providerId': plain(`/administration/providers/${nobody}`),
  '/administration/jobs': plain('/administration/jobs'),
  '/administration/settings': plain(...withFormat('/administration/settings')),
  '/administration/settings/:key': plain(
    '/administration/settings/unseen.weeks',
    '/administration/settings/protectionInformation.team',
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
