import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { notification, referral } from '../../src/modules/partners/testing/openPolice.ts'
import { dated, letters } from './fills.ts'
import type { SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()

/** Pages of what police and schools tell: they name nobody of the record, but for whoever holds it. */
export const partnerReadPaths: Readonly<Record<string, readonly string[]>> = {
  '/partner-notices': ['/partner-notices', '/partner-notices?show=all'],
  '/partner-notices/sent': ['/partner-notices/sent'],
  '/partner-notices/send': ['/partner-notices/send'],
  '/partner-notices/send/:kind': [
    '/partner-notices/send/encompass',
    '/partner-notices/send/police_notification',
    '/partner-notices/send/marac',
  ],
  '/partner-notices/queue': ['/partner-notices/queue'],
  '/partner-notices/queue/:questionId': [`/partner-notices/queue/${nobody}`],
  '/partner-notices/queue/:questionId/notice': [`/partner-notices/queue/${nobody}/notice`],
  '/partner-notices/:noticeId': [`/partner-notices/${nobody}`],
  '/partner-notices/:noticeId/readers': [`/partner-notices/${nobody}/readers`],
}

/** A police force of which the partner of the county is. */
async function police({ record, county }: Stage): Promise<Uuid> {
  const id = await tell(record, 'organisation', { name: `Police ${letters()}`, kind: 'police' })
  await record.as(serviceActor('storyteller'), work =>
    sql`update worker set organisation_id = ${id} where id = ${county.staff.workers.partner}`.execute(
      work.db(),
    ),
  )
  return id
}

/** A notice that the duty team was told of, sent by the partner. */
async function noticed(
  stage: Stage,
  kind: 'police_notification' | 'marac' = 'police_notification',
): Promise<Uuid> {
  const organisation = await police(stage)
  const messageId = makeUuid()
  await stage.record.as(serviceActor('listener'), work =>
    sql`insert into app.message_in (id, sender_id, channel, control_id, sha256, sealed, answer_code, answer)
      values (${messageId}, ${organisation}, 'form', ${messageId}, ${createHash('sha256').update(messageId).digest()}, ''::bytea, 'AA', ''::bytea)`.execute(
      work.db(),
    ),
  )
  const body = kind === 'marac' ? referral : notification
  const told = body({ children: [{ given: letters(), family: null, born: null }] })
  const noticeId = await tell(stage.record, 'partner_notice', {
    message_id: messageId,
    kind,
    organisation_id: organisation,
    sent_by: stage.county.staff.workers.partner,
    reference: `KN-${letters()}`,
    their_reference: letters(),
    received_at: Temporal.Now.instant().toString(),
    told: JSON.stringify(told),
  })
  await tell(stage.record, 'partner_notice_reader', {
    notice_id: noticeId,
    kind: 'front_door',
    team_id: stage.county.staff.teams.duty,
  })
  return noticeId
}

/** The partner of the county, by the name under which colleagues find them. */
async function workerOf({ record, county }: Stage): Promise<{ readonly display_name: string }> {
  const { rows } = await record.as(serviceActor('verifier'), work =>
    sql<{
      display_name: string
    }>`select display_name from worker where id = ${county.staff.workers.partner}`.execute(work.db()),
  )
  return rows[0] ?? { display_name: '' }
}

const at = () => Temporal.Now.instant().toString()

/** A child with whom the partner works, for a health trust. */
async function worked({
  record,
  county,
  child,
}: Stage): Promise<{ childId: Uuid; trust: Uuid; partner: Uuid }> {
  const trust = await tell(record, 'organisation', { name: `Trust ${letters()}`, kind: 'nhs' })
  const { partner } = county.staff.workers
  await record.as(serviceActor('storyteller'), work =>
    sql`update worker set organisation_id = ${trust} where id = ${partner}`.execute(work.db()),
  )
  const childId = await child()
  const tie = { person_id: childId, worker_id: partner, role: 'health_visitor', started_on: '2026-01-01' }
  await tell(record, 'involvement', tie)
  return { childId, trust, partner }
}

/** What the partner told of a child, and the addresses of its forms. */
async function toldOf(stage: Stage) {
  const { childId, trust, partner } = await worked(stage)
  const id = await tell(stage.record, 'contribution', {
    ...{ person_id: childId, organisation_id: trust, author_id: partner, role: 'health_visitor' },
    ...{ worries: letters(), written_at: at() },
  })
  return { id, childId, partner, base: `/people/${childId}/contributions` }
}

/** What the partner is asked of a child of the holder's. */
async function askedOf(stage: Stage): Promise<{ readonly url: string }> {
  const { childId, partner } = await worked(stage)
  const id = await tell(stage.record, 'agency_request', {
    ...{
      person_id: childId,
      worker_id: partner,
      asked_by: stage.county.staff.workers.holder,
      asked_at: at(),
    },
    ...{ purpose: 'plan', question: letters(), answer_by: '2030-01-01' },
  })
  return { url: `/people/${childId}/contributions/requests/${id}` }
}

/** What the duty team is asked of such a notice. */
const questioned = async (stage: Stage, more: Readonly<Record<string, unknown>> = {}): Promise<Uuid> =>
  await tell(stage.record, 'partner_notice_question', {
    notice_id: await noticed(stage),
    place: 0,
    reason: 'no_match',
    team_id: stage.county.staff.teams.duty,
    opened_at: Temporal.Now.instant().toString(),
    ...more,
  })
const answered = ({ county }: Stage) => ({
  answered_at: Temporal.Now.instant().toString(),
  answered_by: county.staff.workers.dutyManager,
})

/** Somebody who is named to read a MARAC referral, and the address of the forms about that. */
async function named(stage: Stage) {
  const noticeId = await noticed(stage, 'marac')
  const readerId = await tell(stage.record, 'partner_notice_reader', {
    ...{ notice_id: noticeId, kind: 'named', worker_id: stage.county.staff.workers.partner },
    ...{ named_by: stage.county.staff.workers.dutyManager, named_because: letters() },
  })
  return { readerId, base: `/partner-notices/${noticeId}/readers` }
}

/** The forms of what police and schools tell. */
export const partnerSends: Readonly<Record<string, SendRoute>> = {
  '/people/:personId/contributions/new': {
    fill: async stage => {
      const { childId } = await worked(stage)
      return { by: 'partner', url: `/people/${childId}/contributions/new`, fields: { worries: letters() } }
    },
    address: one => `/people/${one.personId}/contributions/new`,
  },
  '/people/:personId/contributions/:contributionId/correct': {
    fill: async stage => {
      const { id, base } = await toldOf(stage)
      const fields = { worries: letters(), reason: 'I looked again' }
      return { by: 'partner', url: `${base}/${id}/correct`, fields }
    },
  },
  '/people/:personId/contributions/:contributionId/read': {
    fill: async stage => {
      const { id, base } = await toldOf(stage)
      return { by: 'holder', url: `${base}/${id}/read`, fields: {} }
    },
  },
  '/people/:personId/contributions/:contributionId/family': {
    fill: async stage => {
      const { id, base } = await toldOf(stage)
      return { by: 'partner', url: `${base}/${id}/family`, fields: { family: 'yes' } }
    },
  },
  '/people/:personId/contributions/:contributionId/ask': {
    fill: async stage => {
      const { id, base } = await toldOf(stage)
      return { by: 'holder', url: `${base}/${id}/ask`, fields: { question: 'Was it not June?' } }
    },
  },
  '/people/:personId/contributions/requests/new': {
    fill: async stage => {
      const { childId, partner } = await worked(stage)
      const fields = { who: partner, purpose: 'plan', question: letters(), ...dated('by') }
      return { by: 'holder', url: `/people/${childId}/contributions/requests/new`, fields }
    },
    address: one => `/people/${one.personId}/contributions/requests/new`,
  },
  '/people/:personId/contributions/requests/:requestId': {
    fill: async stage => ({
      by: 'partner',
      url: (await askedOf(stage)).url,
      fields: { answer: 'nothing_known' },
    }),
  },
  '/people/:personId/contributions/requests/:requestId/withdrawal': {
    fill: async stage => {
      const { url } = await askedOf(stage)
      return { by: 'holder', url: `${url}/withdrawal`, fields: {} }
    },
  },
  '/people/:personId/contributions/queries/:queryId': {
    fill: async stage => {
      const { id, childId, partner, base } = await toldOf(stage)
      const queryId = await tell(stage.record, 'contribution_query', {
        ...{ contribution_id: id, person_id: childId, author_id: partner, asked_at: at() },
        ...{ asked_by: stage.county.staff.workers.holder, question: 'Was it not June?' },
      })
      return { by: 'partner', url: `${base}/queries/${queryId}`, fields: { answer: 'The card says May' } }
    },
  },
  '/people/:personId/who-knows': {
    fill: async stage => {
      const { childId } = await worked(stage)
      const since = { 'since-day': '3', 'since-month': '3', 'since-year': '2025' }
      return {
        by: 'partner',
        url: `/people/${childId}/who-knows`,
        fields: { ...since, ask: 'The duty desk' },
      }
    },
    address: one => `/people/${one.personId}/who-knows`,
  },
  '/partner-notices/send/:kind': {
    fill: async stage => {
      await police(stage)
      return {
        by: 'partner',
        url: '/partner-notices/send/police_notification',
        fields: {
          policeReference: letters(),
          'happenedAt-day': '3',
          'happenedAt-month': '3',
          'happenedAt-year': '2026',
          'happenedAt-time': '22:15',
          place: 'The station',
          grading: 'high',
          isDanger: 'no',
          'children-0-given': letters(),
          whatHappened: 'Found alone',
        },
      }
    },
  },
  '/partner-notices/:noticeId/read': {
    fill: async stage => ({
      by: 'dutyManager',
      url: `/partner-notices/${await noticed(stage)}/read`,
      fields: {},
    }),
  },
  '/partner-notices/:noticeId/readers': {
    fill: async stage => {
      const { display_name: text } = await workerOf(stage)
      const fields = {
        step: 'name',
        text,
        worker: stage.county.staff.workers.partner,
        period: '1',
        because: letters(),
      }
      return { by: 'dutyManager', url: `/partner-notices/${await noticed(stage, 'marac')}/readers`, fields }
    },
  },
  '/partner-notices/:noticeId/readers/:readerId/end': {
    fill: async stage => {
      const { readerId, base } = await named(stage)
      return { by: 'dutyManager', url: `${base}/${readerId}/end`, fields: { [`why-${readerId}`]: letters() } }
    },
  },
  '/partner-notices/:noticeId/sharing': {
    fill: async stage => ({
      by: 'partner',
      url: `/partner-notices/${await noticed(stage)}/sharing`,
      fields: { sharing: 'record' },
    }),
  },
  '/partner-notices/queue/:questionId': {
    fill: async stage => ({
      by: 'dutyManager',
      url: `/partner-notices/queue/${await questioned(stage)}`,
      fields: { answer: 'not_known_here', note: 'Nobody here knows them' },
    }),
  },
  '/partner-notices/queue/:questionId/undo': {
    fill: async stage => ({
      by: 'dutyManager',
      url: `/partner-notices/queue/${await questioned(stage, { answer: 'matched', ...answered(stage) })}/undo`,
      fields: { because: 'It is her cousin' },
    }),
  },
  '/partner-notices/queue/:questionId/sent': {
    fill: async stage => {
      const council = await tell(stage.record, 'neighbour_council', {
        name: `Borough ${letters()}`,
        postcodes: ['ZZ1'],
        contact: 'safe@invented.example',
      })
      const id = await questioned(stage, { answer: 'sent_on', council_id: council, ...answered(stage) })
      return { by: 'dutyManager', url: `/partner-notices/queue/${id}/sent`, fields: { how: 'secure_email' } }
    },
  },
}
