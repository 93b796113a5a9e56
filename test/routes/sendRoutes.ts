import { formVersion } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import type { Visitor } from '#test/signIn.ts'
import { assessmentSends } from './assessmentRoutes.ts'
import { tellNotices } from './county.ts'
import { deadJob } from './deadJob.ts'
import { approvalOf, approvalPath } from './decisionRoutes.ts'
import { documentSendRoutes } from './documentRoutes.ts'
import { drawingSends } from './drawingRoutes.ts'
import { enquirySends } from './enquiryRoutes.ts'
import { harmSends } from './harmRoutes.ts'
import { meetingSends } from './meetingRoutes.ts'
import { mergeSendRoutes } from './mergeRoutes.ts'
import { planSends } from './planRoutes.ts'
import { portalSends } from './portalRoutes.ts'
import { preProceedingsSends } from './preProceedingsRoutes.ts'
import { protectionPlanSends } from './protectionPlanRoutes.ts'
import { groupOf, noteOf } from './readRoutes.ts'
import type { County, Fields, Filled, SendRoute, Stage } from './shapes.ts'
import { sharingSends } from './sharingRoutes.ts'
import { tell } from './tell.ts'

type Texts = Readonly<Record<string, string | readonly string[]>>
export const today = () => Temporal.Now.plainDateISO('Europe/London')
export const dated = (name: string, date = today()): Texts => ({
  [`${name}-day`]: String(date.day),
  [`${name}-month`]: String(date.month),
  [`${name}-year`]: String(date.year),
})
const reason = { code: 'contact_received', reason: 'A school has rung about this person' }
export const letters = (): string =>
  [...makeUuid().replaceAll('-', '').slice(-12)]
    .map(one => String.fromCharCode(97 + Number.parseInt(one, 16)))
    .join('')
export const personPath = (id: Uuid, rest: string): string => `/people/${id}${rest}`

/** A form of one's own child that needs a row made first. */
const onRow =
  (
    table: string,
    values: Fields | ((stage: Stage) => Fields),
    path: (person: Uuid, row: Uuid) => string,
    fields: (row: Uuid) => Fields,
  ) =>
  async (stage: Stage): Promise<Filled> => {
    const personId = await stage.child()
    const made = typeof values === 'function' ? values(stage) : values
    const row = await tell(stage.record, table, { person_id: personId, ...made })
    return { by: 'holder', url: path(personId, row), fields: fields(row) }
  }

export const onChild =
  (rest: string, fields: (personId: Uuid, stage: Stage) => Fields) =>
  async (stage: Stage): Promise<Filled> => {
    const personId = await stage.child()
    return { by: 'holder', url: personPath(personId, rest), fields: fields(personId, stage) }
  }

export const asAdministrator =
  (url: string, fields: (stage: Stage) => Fields) =>
  async (stage: Stage): Promise<Filled> => ({ by: 'administrator', url, fields: fields(stage) })

/** A form that is refused when what it shows changed since it was opened: filled in as it opens now. */
const asOpened =
  (page: string, fields: Fields, url = page, by: Filled['by'] = 'administrator'): SendRoute['fill'] =>
  async ({ visitors }) => {
    const { body } = await visitors[by].get(page)
    const [, version = ''] = /name="version" value="([^"]*)"/.exec(body) ?? []
    return { by, url, fields: { ...fields, version } }
  }

export const visit = (personId: Uuid, body = 'Everyone was well.'): Texts => ({
  ...dated('on', today().subtract({ days: 1 })),
  time: '10:30',
  kind: 'visit',
  outcome: 'held',
  purpose: 'cin_visit',
  [`child-${personId}`]: ['about', 'seen', 'alone'],
  body,
})

const given: SendRoute['fill'] = async ({ county, visitors }) => ({
  by: 'holder',
  url: '/open-with-reference',
  fields: { token: await tokenFrom(visitors.named, county), reason: reason.reason },
})

/** A member of the named list gives the holder a reference. */
async function tokenFrom(member: Visitor, { people, staff }: County): Promise<string> {
  const url = personPath(people.sealed.personId, '/give-reference')
  const { body } = await member.post(url, { worker: staff.workers.holder })
  const token = /<code>([^<]+)<\/code>/.exec(body)?.[1]
  if (token === undefined) throw new Error('No reference was given')
  return token
}

/** A child in the queue of the team north. */
export async function queued({ record, county }: Stage): Promise<Uuid> {
  const { children } = await record.makers.family({ children: 1, adults: 0 })
  const [personId] = children
  if (personId === undefined) throw new Error('No child was made')
  await record.makers.allocation({ personId, teamId: county.staff.teams.north, startedOn: '2026-01-01' })
  return personId
}

export const allocated = ({ county }: Stage): Fields => ({
  worker: county.staff.workers.coWorker,
  role: 'lead_social_worker',
  ...dated('startedOn'),
})

let daysAhead = 0

/** Cover of a day that no other form here has taken. */
async function coverForm({ visitors, county }: Stage): Promise<Fields> {
  daysAhead += 1
  const { body } = await visitors.manager.get('/cover')
  const post = /name="post" value="([^"]+)"/.exec(body)?.[1]
  if (post === undefined) throw new Error('The manager has no post to be covered')
  const day = today().add({ days: daysAhead })
  const worker = county.staff.workers.dutyManager
  return { post, worker, ...dated('first', day), ...dated('last', day) }
}

/** A contact that the duty team received, about one child. @returns its address */
async function contactOf({ visitors }: Stage, more: Fields = {}): Promise<string> {
  const { headers } = await visitors.queueWorker.post('/front-door/contacts/new', {
    channel: 'telephone',
    worries: `Nobody collected the child ${letters()}`,
    ...more,
  })
  return String(headers.location)
}

const onContact =
  (rest: string, fields: Fields): SendRoute['fill'] =>
  async stage => ({ by: 'queueWorker', url: `${await contactOf(stage)}${rest}`, fields })

const advised: Fields = { version: '1', 'outcome-whole': 'advice', reasons: 'A question about school places' }
const namedChild: Fields = { 'person-0-role': 'child', 'person-0-given': 'Wilhelmina' }

const named: SendRoute['fill'] = async stage => {
  const newName = { 'person-0-given': `Madeup${letters()}`, 'person-0-family': `Invented${letters()}` } // words new to the search
  const url = await contactOf(stage, { ...namedChild, ...newName })
  const { body } = await stage.visitors.queueWorker.get(url)
  const [address] = /\/front-door\/contacts\/[0-9a-f-]{36}\/people\/[0-9a-f-]{36}/.exec(body) ?? []
  return { by: 'queueWorker', url: address ?? url, fields: { act: 'new_after_looking' } }
}

/**
 * Every POST route of the service with a form that it takes. A route that is missing here fails the tests: say how its form is
 * filled in, at which address it names a person's rows and in which fields it names people.
 */
export const sendRoutes: Readonly<Record<string, SendRoute>> = {
  ...mergeSendRoutes,
  '/front-door/contacts/new': {
    fill: async () => ({
      by: 'queueWorker',
      url: '/front-door/contacts/new',
      fields: { channel: 'telephone', worries: 'Nobody collected the child', ...namedChild },
    }),
  },
  '/front-door/contacts/:contactId/rate': {
    fill: onContact('/rate', { version: '1', rag: 'amber', rag_reason: 'Second time this month' }),
  },
  '/front-door/contacts/:contactId/danger': {
    fill: onContact('/danger', { version: '1', danger: 'Locked in', action: 'Police are on their way' }),
  },
  '/front-door/contacts/:contactId/contributions': {
    fill: onContact('/contributions', { body: 'Known to us since spring' }),
  },
  '/front-door/contacts/:contactId/people': { fill: onContact('/people', namedChild) },
  '/front-door/contacts/:contactId/people/:namedId': { fill: named },
  '/front-door/contacts/:contactId/decide': { fill: onContact('/decide', advised) },
  '/front-door/contacts/:contactId/feedback': {
    fill: async stage => {
      const url = await contactOf(stage)
      await stage.visitors.queueWorker.post(`${url}/decide`, advised)
      return {
        by: 'queueWorker',
        url: `${url}/feedback`,
        fields: { channel: 'telephone', body: 'Thank you. It has been dealt with.' },
      }
    },
  },
  ...assessmentSends,
  ...planSends,
  ...drawingSends,
  ...enquirySends,
  ...sharingSends,
  ...portalSends,
  ...harmSends,
  ...meetingSends,
  ...preProceedingsSends,
  ...protectionPlanSends,
  '/drafts/:form/:recordKey': {
    repeats: 'autosave: each save takes the place of the one before',
    fill: async ({ child }) => ({
      by: 'holder',
      url: `/drafts/visit/${await child()}`,
      fields: { body: 'As far as I got' },
    }),
  },
  '/drafts/:form/:recordKey/discard': {
    repeats: 'what is gone stays gone',
    fill: async ({ child, visitors }) => {
      const draft = `/drafts/visit/${await child()}`
      await visitors.holder.post(draft, { body: 'As far as I got' })
      return { by: 'holder', url: `${draft}/discard`, fields: {} }
    },
  },
  '/people': {
    repeats: 'a search changes nothing of the record',
    fill: async () => ({ by: 'holder', url: '/people', fields: { text: 'Nobody Likethis' } }),
  },
  '/people/possible-duplicates': {
    repeats: 'a search changes nothing of the record',
    fill: async () => ({
      by: 'holder',
      url: '/people/possible-duplicates',
      fields: { family: 'Nobodylikethis' },
    }),
  },
  '/people/new': {
    fill: async () => ({
      by: 'holder',
      url: '/people/new',
      fields: {
        given: 'Childe',
        family: letters(),
        sex: 'F',
        none_is_same: 'yes',
        ...dated('date_of_birth'),
      },
    }),
    address: one => `/people/new?family=${one.familyId}`,
    gate: groupOf,
  },
  '/people/:personId/details/:part': {
    fill: onChild('/details/contact', () => ({ kind: 'mobile', value: '07700 900123', is_safe: 'yes' })),
    address: one => personPath(one.personId, '/details/contact'),
    naming: (personId, { people }) => ({
      url: personPath(people.own.personId, '/details/relationship'),
      fields: { kind: 'sibling', other_id: personId },
    }),
  },
  '/people/:personId/details/:part/:rowId': {
    fill: async stage => {
      const personId = await stage.child()
      const row = await tell(stage.record, 'person_contact', {
        person_id: personId,
        kind: 'mobile',
        value: '07700 900000',
      })
      const url = personPath(personId, `/details/contact/${row}`)
      const shown = await stage.visitors.holder.get(url)
      const recordedFrom = /name="recorded_from" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
      const fields = { kind: 'mobile', value: '07700 900111', recorded_from: recordedFrom }
      return { by: 'holder', url, fields }
    },
    address: one => personPath(one.personId, `/details/contact/${one.rowIds['contact'] ?? one.personId}`),
  },
  '/families/new': {
    fill: async stage => {
      const { record, county } = stage
      const personId = await record.makers.person()
      const { north } = county.staff.teams
      await record.makers.allocation({ personId, teamId: north, workerId: county.staff.workers.holder })
      return { by: 'holder', url: `/families/new?person=${personId}`, fields: { role: 'child' } }
    },
    address: one => `/families/new?person=${one.personId}`,
  },
  '/families/:familyId/households': {
    fill: async ({ county }) => ({
      by: 'holder',
      url: `/families/${county.people.own.familyId}/households`,
      fields: { label: 'A home', person: county.people.own.personId },
    }),
    address: one => `/families/${one.familyId}/households`,
    gate: groupOf,
    naming: (personId, { people }) => ({
      url: `/families/${people.own.familyId}/households`,
      fields: { label: 'A home', person: personId },
    }),
  },
  '/families/:familyId/members/new': {
    fill: async stage => {
      const { record, county } = stage
      const personId = await record.makers.person()
      const { north } = county.staff.teams
      await record.makers.allocation({ personId, teamId: north, workerId: county.staff.workers.holder })
      const url = `/families/${county.people.own.familyId}/members/new`
      return {
        by: 'holder',
        url,
        fields: { text: 'Nobody', step: 'choose', person: personId, role: 'child' },
      }
    },
    address: one => `/families/${one.familyId}/members/new`,
    gate: groupOf,
    naming: (personId, { people }) => ({
      url: `/families/${people.own.familyId}/members/new`,
      fields: { text: 'Nobody', step: 'choose', person: personId, role: 'child' },
    }),
  },
  '/administration/workers/import': {
    fill: asAdministrator('/administration/workers/import', () => ({
      csv: `name,class,email\nWorker ${letters()},practitioner,${letters()}@kith.example`,
      step: 'apply',
    })),
  },
  '/administration/leavers/:workerId': {
    fill: async ({ record }) => {
      const { id } = await record.makers.worker()
      return {
        by: 'administrator',
        url: `/administration/leavers/${id}`,
        fields: { version: formVersion(null) },
      }
    },
  },
  '/administration/jobs': {
    leavesNoRow: true,
    fill: async ({ record, county }) => ({
      by: 'administrator',
      url: '/administration/jobs',
      fields: { job: await deadJob(record, { id: county.staff.workers.holder, class: 'practitioner' }) },
    }),
  },
  '/administration/settings/:key': {
    fill: asOpened('/administration/settings/unseen.weeks', { value: '5' }),
  },
  '/administration/clocks/:clock': {
    fill: asOpened('/administration/clocks/CP_VISIT', {
      limit: '5',
      unit: 'working_days',
      ...dated('effectiveFrom'),
    }),
  },
  '/administration/clocks/:clock/commencement': {
    fill: asOpened(
      '/administration/clocks/MACPT_LIVE',
      dated('on', today().add({ days: 30 })),
      '/administration/clocks/MACPT_LIVE/commencement',
    ),
  },
  '/administration/workers/:row': {
    fill: asAdministrator('/administration/workers/new', () => ({
      display_name: `Worker ${letters()}`,
      class: 'practitioner',
    })),
  },
  '/administration/posts/:row': {
    fill: asAdministrator('/administration/posts/new', ({ county: { staff } }) => ({
      worker_id: staff.workers.newcomer,
      role: 'business_support',
      team_id: staff.teams.south,
      fte: '1',
      ...dated('started_on'),
    })),
  },
  '/administration/teams/:row': {
    fill: asAdministrator('/administration/teams/new', () => ({ name: `Team ${letters()}`, kind: 'other' })),
  },
  '/administration/areas/:row': {
    fill: asAdministrator('/administration/areas/new', () => ({ name: `Area ${letters()}`, districts: '' })),
  },
  '/administration/organisations/:row': {
    fill: asAdministrator('/administration/organisations/new', () => ({
      name: `Agency ${letters()}`,
      kind: 'school',
    })),
  },
  '/administration/rota/:row': {
    fill: asAdministrator('/administration/rota/new', ({ county: { staff } }) => ({
      worker_id: staff.workers.dutyOff,
      starts_at: '2020-11-22 17:00',
      ends_at: '2020-11-23 09:00',
    })),
  },
  '/administration/class-mapping/:row': {
    fill: asAdministrator('/administration/class-mapping/new', () => ({
      claim: 'groups',
      value: letters(),
      class: 'practitioner',
    })),
  },
  '/notices/read': {
    leavesNoRow: true,
    fill: async ({ record, county }) => {
      await tellNotices(record, county.staff.workers.holder, [county.people.own])
      return { by: 'holder', url: '/notices/read', fields: { notice: 'all' } }
    },
  },
  '/teams/:teamId/queue': {
    fill: async stage => ({
      by: 'manager',
      url: `/teams/${stage.county.staff.teams.north}/queue`,
      fields: { child: await queued(stage), ...allocated(stage) },
    }),
    naming: (personId, { staff }) => ({
      url: `/teams/${staff.teams.north}/queue`,
      fields: {
        child: personId,
        worker: staff.workers.coWorker,
        role: 'lead_social_worker',
        ...dated('startedOn'),
      },
    }),
  },
  '/teams/:teamId/tasks/:taskId': {
    fill: async ({ record, county, child }) => {
      const { teams, workers } = county.staff
      const about = { person_id: await child(), team_id: teams.north, title: 'Ring the school' }
      const url = `/teams/${teams.north}/tasks/${await tell(record, 'task', about)}`
      return { by: 'holder', url, fields: { worker: workers.holder } }
    },
  },
  '/people/:personId/allocate': {
    fill: async stage => ({
      by: 'manager',
      url: personPath(await queued(stage), `/allocate?team=${stage.county.staff.teams.north}`),
      fields: allocated(stage),
    }),
    address: one => personPath(one.personId, '/allocate'),
  },
  '/people/:personId/allocations/:allocationId/end': {
    fill: async stage => {
      const personId = await queued(stage)
      const { teams, workers } = stage.county.staff
      const allocationId = await stage.record.makers.allocation({
        personId,
        teamId: teams.north,
        workerId: workers.coWorker,
        role: 'co_worker',
        startedOn: '2026-01-01',
      })
      const url = personPath(personId, `/allocations/${allocationId}/end`)
      return { by: 'manager', url, fields: { ...dated('endedOn'), reason: 'The work is done' } }
    },
    address: one => personPath(one.personId, `/allocations/${one.allocationId}/end`),
  },
  '/notes/:noteId/significant': {
    fill: async ({ record, child, county }) => {
      const personId = await child()
      const happened = { happened_at: '2026-03-02T10:00:00Z', kind: 'visit', outcome: 'held' }
      const noteId = await tell(record, 'note', {
        ...happened,
        author_id: county.staff.workers.holder,
        body: 'A note',
        person_ids: [personId],
      })
      await tell(record, 'note_person', { ...happened, note_id: noteId, person_id: personId })
      return { by: 'holder', url: `/notes/${noteId}/significant`, fields: { impact: 'It matters to her' } }
    },
    address: one => `/notes/${one.noteId}/significant`,
    gate: noteOf,
  },
  '/people/:personId/visits/new': {
    fill: onChild('/visits/new', personId => visit(personId)),
    address: one => personPath(one.personId, '/visits/new'),
    naming: (personId, { people }) => ({
      url: personPath(people.own.personId, '/visits/new'),
      fields: visit(personId),
    }),
  },
  '/approvals/:approvalId': {
    fill: async stage => {
      const { north } = stage.county.staff.teams
      const id = await tell(stage.record, 'approval', {
        kind: 'cin_plan_closure',
        subject_id: makeUuid(),
        person_ids: [await stage.child()],
        team_id: north,
        submitted_by: stage.county.staff.workers.holder,
      })
      const url = `/approvals/${id}`
      const { body } = await stage.visitors.manager.get(url)
      const shown = /name="shown" value="([^"]+)"/.exec(body)?.[1] ?? ''
      const fields = { version: '1', shown, outcome: 'returned', reason: 'Say what the school thinks' }
      return { by: 'manager', url, fields }
    },
    address: approvalPath,
    gate: approvalOf,
  },
  '/openings/unexplained/:lookId': {
    fill: async stage => {
      const actorId = stage.county.staff.workers.coWorker
      const id = await stage.record.makers.unexplained({ actorId, subjectId: await stage.child() })
      const fields = { outcome: 'explained', remark: 'She was on duty.' }
      return { by: 'manager', url: `/openings/unexplained/${id}`, fields }
    },
    leavesNoRow: true,
  },
  '/openings/:openingId': {
    fill: async stage => {
      const actorId = stage.county.staff.workers.newcomer
      const id = await stage.record.makers.opening({ actorId, subjectId: await stage.child() })
      const fields = { finding: 'justified', remark: 'The school had rung.' }
      return { by: 'manager', url: `/openings/${id}`, fields }
    },
    leavesNoRow: true,
  },
  '/people/:personId/know': {
    fill: async stage => {
      const personId = await stage.child()
      return { by: 'coWorker', url: personPath(personId, '/know'), fields: { kind: 'other' } }
    },
    leavesNoRow: true,
  },
  '/people/:personId/conflicts': {
    fill: async stage => {
      const personId = await stage.child()
      const fields = { kind: 'other', worker: stage.county.staff.workers.newcomer }
      return { by: 'manager', url: personPath(personId, '/conflicts'), fields }
    },
    address: one => personPath(one.personId, '/conflicts'),
    leavesNoRow: true,
    alsoFor: 'newcomer', // who is named in it, and may close any record to themselves
  },
  '/people/:personId/conflicts/:conflictId/end': {
    fill: async stage => {
      const personId = await stage.child()
      const path = personPath(personId, '/conflicts')
      const worker = stage.county.staff.workers.newcomer
      await stage.visitors.manager.post(path, { kind: 'other', worker })
      const { body } = await stage.visitors.manager.get(path)
      const [, url] = /action="([^"]+\/conflicts\/[^"]+\/end)"/.exec(body) ?? []
      if (url === undefined) throw new Error('No conflict was declared')
      return { by: 'manager', url, fields: {} }
    },
    leavesNoRow: true,
  },
  '/cover': {
    fill: async stage => ({ by: 'manager', url: '/cover', fields: await coverForm(stage) }),
  },
  '/cover/:coverId/end': {
    fill: async stage => {
      await stage.visitors.manager.post('/cover', await coverForm(stage))
      const { body } = await stage.visitors.manager.get('/cover')
      const [, url] = [...body.matchAll(/action="(\/cover\/[^"]+\/end)"/g)].at(-1) ?? []
      if (url === undefined) throw new Error('No cover was arranged')
      return { by: 'manager', url, fields: {} }
    },
  },
  '/people/:personId/close': {
    fill: async stage => {
      const personId = await stage.child()
      const fields = { child: personId, reason: 'RC8', why: 'Nothing more is needed' }
      return { by: 'manager', url: personPath(personId, '/close'), fields }
    },
    address: one => personPath(one.personId, '/close'),
  },
  '/people/:personId/oversight/new': {
    fill: async stage => {
      const personId = await stage.child()
      const fields = { about: personId, looked_at: 'The last visits', view: 'She is settled.' }
      return { by: 'manager', url: personPath(personId, '/oversight/new'), fields }
    },
    address: one => personPath(one.personId, '/oversight/new'),
    naming: (personId, { people }) => ({
      url: personPath(people.own.personId, '/oversight/new'),
      fields: { about: personId, looked_at: 'The last visits', view: 'She is settled.' },
    }),
  },
  '/people/:personId/events/new': {
    fill: onChild('/events/new', personId => ({
      about: personId,
      description: 'She moved school',
      ...dated('on'),
    })),
    address: one => personPath(one.personId, '/events/new'),
    naming: (personId, { people }) => ({
      url: personPath(people.own.personId, '/events/new'),
      fields: { about: personId, description: 'She moved school', ...dated('on') },
    }),
  },
  '/people/:personId/alerts': {
    fill: onChild('/alerts', () => ({ kind: 'dog', description: 'A large dog in the yard' })),
    address: one => personPath(one.personId, '/alerts'),
  },
  '/people/:personId/alerts/:alertId/review': {
    fill: onRow(
      'alert',
      { kind: 'dog', description: 'A dog', started_on: '2026-01-01' },
      (person, row) => personPath(person, `/alerts/${row}/review`),
      row => ({
        ...dated(`review-${row}`, today().add({ days: 30 })),
        version: formVersion(['A dog', null]),
      }),
    ),
    address: one => personPath(one.personId, `/alerts/${one.alertId}/review`),
  },
  '/people/:personId/alerts/:alertId/end': {
    fill: onRow(
      'alert',
      { kind: 'dog', description: 'A dog', started_on: '2026-01-01' },
      (person, row) => personPath(person, `/alerts/${row}/end`),
      () => ({ version: formVersion(['A dog', null]) }),
    ),
    address: one => personPath(one.personId, `/alerts/${one.alertId}/end`),
  },
  '/people/:personId/tasks': {
    fill: onChild('/tasks', (_person, { county }) => ({
      title: 'Ring the school',
      worker: county.staff.workers.holder,
    })),
    address: one => personPath(one.personId, '/tasks'),
  },
  '/people/:personId/tasks/:taskId/done': {
    fill: onRow(
      'task',
      ({ county }) => ({ title: 'Ring the school', worker_id: county.staff.workers.holder }),
      (person, row) => personPath(person, `/tasks/${row}/done`),
      () => ({}),
    ),
    address: one => personPath(one.personId, `/tasks/${one.taskId}/done`),
  },
  '/people/:personId/involved': {
    fill: onChild('/involved', () => ({ name: 'Nurse Madeup', role: 'school_nurse' })),
    address: one => personPath(one.personId, '/involved'),
  },
  '/people/:personId/involved/colleague': {
    fill: async ({ record, child }) => {
      const { id } = await record.makers.worker()
      return { by: 'holder', url: personPath(await child(), '/involved/colleague'), fields: { worker: id } }
    },
    address: one => personPath(one.personId, '/involved/colleague'),
  },
  '/people/:personId/involved/:involvementId/end': {
    fill: onRow(
      'involvement',
      { professional_name: 'Nurse Madeup', role: 'school_nurse', started_on: '2026-01-01' },
      (person, row) => personPath(person, `/involved/${row}/end`),
      () => ({}),
    ),
    address: one => personPath(one.personId, `/involved/${one.involvementId}/end`),
  },
  '/people/:personId/open': {
    fill: async ({ child }) => ({ by: 'newcomer', url: personPath(await child(), '/open'), fields: reason }),
  },
  '/open-with-reference': { fill: given },
  '/people/:personId/restriction': {
    fill: async stage => {
      const url = personPath(stage.county.people.sealed.personId, '/restriction')
      const note = letters()
      return await asOpened(url, { reason: 'staff_family', note }, url, 'named')(stage)
    },
    address: one => personPath(one.personId, '/restriction'),
  },
  '/people/:personId/restriction/list': {
    fill: async ({ record, county }) => {
      const { id } = await record.makers.worker()
      const url = personPath(county.people.sealed.personId, '/restriction/list')
      return { by: 'named', url, fields: { worker: id, change: 'add' } }
    },
    address: one => personPath(one.personId, '/restriction/list'),
  },
  '/people/:personId/give-reference': {
    repeats: 'a token is shown once and kept nowhere, so each sending gives another',
    fill: async ({ county }) => ({
      by: 'named',
      url: personPath(county.people.sealed.personId, '/give-reference'),
      fields: { worker: county.staff.workers.holder },
    }),
    address: one => personPath(one.personId, '/give-reference'),
    alsoFor: 'dutyManager',
  },
  ...documentSendRoutes,
}
