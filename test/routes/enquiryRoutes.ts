import { makeUuid, type Uuid } from '#platform/ids'
import type { Fields, Gate, SendRoute, Stage, Told } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()
const base = '/people/:personId/enquiries/:enquiryId'
const now = () => Temporal.Now.zonedDateTimeISO('Europe/London')
const dated = (name: string): Fields => {
  const { day, month, year } = now()
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}
const moment = (name: string): Fields => ({ ...dated(name), [`${name}-time`]: '00:00' })

/** Everybody's enquiry of `rowIds`, or nobody's. */
const enquiryPath = (one: Told): string =>
  `/people/${one.personId}/enquiries/${one.rowIds['enquiry'] ?? nobody}`
export const enquired: Gate = one => [{ table: 's47_enquiry', personIds: [one.personId] }]

/** Where approvals lead. */
export const enquiryById = (one: Told): string => `/enquiries/${one.rowIds['enquiry'] ?? nobody}`

/** GET pages of enquiries and the body map: each person's own. */
export const enquiryReadPaths: Readonly<Record<string, (one: Told) => string>> = {
  '/people/:personId/enquiries/new': one => `/people/${one.personId}/enquiries/new`,
  [base]: enquiryPath,
  [`${base}/discussions/new`]: one => `${enquiryPath(one)}/discussions/new`,
  [`${base}/actions/new`]: one => `${enquiryPath(one)}/actions/new`,
  [`${base}/lines/new`]: one => `${enquiryPath(one)}/lines/new`,
  [`${base}/lines/:lineId`]: one => `${enquiryPath(one)}/lines/${one.rowIds['line'] ?? nobody}`,
  [`${base}/medicals/new`]: one => `${enquiryPath(one)}/medicals/new`,
  [`${base}/medicals/:medicalId`]: one => `${enquiryPath(one)}/medicals/${one.rowIds['medical'] ?? nobody}`,
  [`${base}/outcome`]: one => `${enquiryPath(one)}/outcome`,
  [`${base}/stop`]: one => `${enquiryPath(one)}/stop`,
  '/people/:personId/discussions/:discussionId/sent': one =>
    `/people/${one.personId}/discussions/${one.rowIds['discussion'] ?? nobody}/sent`,
  '/people/:personId/body-map': one => `/people/${one.personId}/body-map`,
  '/people/:personId/body-map/new': one => `/people/${one.personId}/body-map/new`,
  '/people/:personId/body-map/:markId/correct': one =>
    `/people/${one.personId}/body-map/${one.rowIds['bodyMapMark'] ?? nobody}/correct`,
}

/** A child of the holder's with an enquiry that began today. */
async function enquiring({ record, child }: Stage) {
  const personId = await child()
  const of = { person_id: personId }
  const referral_id = await tell(record, 'referral', { ...of, received_on: '2026-01-02' })
  const enquiryId = await tell(record, 's47_enquiry', {
    ...of,
    referral_id,
    started_on: now().toPlainDate().toString(),
    strategy_discussion_on: now().toPlainDate().toString(),
    began_at: now().startOfDay().toInstant().toString(),
  })
  return {
    personId,
    enquiryId,
    of: { ...of, enquiry_id: enquiryId },
    path: `/people/${personId}/enquiries/${enquiryId}`,
  }
}
type Enquiring = Awaited<ReturnType<typeof enquiring>>

const onEnquiry = (
  fill: (
    at: Enquiring,
    stage: Stage,
  ) => Promise<{ rest: string; fields: Fields }> | { rest: string; fields: Fields },
  address: string,
  by: 'holder' | 'manager' = 'holder',
): SendRoute => ({
  async fill(stage) {
    const at = await enquiring(stage)
    const { rest, fields } = await fill(at, stage)
    return { by, url: `${at.path}${rest}`, fields }
  },
  address: one => `${enquiryPath(one)}${address}`,
})

const discussion: Fields = {
  ...moment('held'),
  tookPart: ['social_care', 'police', 'health'],
  decided: 'Goes on',
}
const mark: Fields = {
  view: 'front',
  region: 'face',
  kind: 'bruise',
  isMobile: 'yes',
  seenBy: 'me',
  ...moment('seen'),
}
const line = { question: 'Who was at home?', who: 'Police' }
const medical: Fields = { kind: 'child_protection', ...dated('asked') }

const starting: SendRoute['fill'] = async ({ record, child, county }) => {
  const personId = await child()
  await tell(record, 'referral', {
    person_id: personId,
    received_on: '2026-01-02',
    decided_on: '2026-01-02',
    is_no_further_action: false,
  })
  const fields = {
    child: personId,
    began: 'discussion',
    ...discussion,
    joint: 'yes',
    lead: county.staff.workers.holder,
    'question-0': 'Who was at home?',
    'who-0': 'Police',
  }
  return { by: 'holder', url: `/people/${personId}/enquiries/new`, fields }
}

const sent: SendRoute['fill'] = async stage => {
  const { personId, of } = await enquiring(stage)
  const held = {
    held_at: now().startOfDay().toInstant().toString(),
    began_it: true,
    took_part: ['social_care', 'police', 'health'],
    decided: 'Yes',
  }
  const id = await tell(stage.record, 'enquiry_discussion', { ...of, ...held })
  return { by: 'holder', url: `/people/${personId}/discussions/${id}/sent`, fields: dated('sent') }
}

const markOf = (record: Stage['record'], personId: Uuid) =>
  tell(record, 'body_map_mark', {
    person_id: personId,
    view: 'front',
    region: 'face',
    kind: 'cut',
    seen_by: 'Somebody',
    seen_at: '2026-02-02T10:00Z',
  })

/** POST routes of enquiries and the body map with a form that each takes. */
export const enquirySends: Readonly<Record<string, SendRoute>> = {
  '/people/:personId/enquiries/new': {
    fill: starting,
    address: one => `/people/${one.personId}/enquiries/new`,
  },
  [`${base}/discussions/new`]: onEnquiry(
    () => ({ rest: '/discussions/new', fields: discussion }),
    '/discussions/new',
  ),
  [`${base}/actions/new`]: onEnquiry(
    () => ({
      rest: '/actions/new',
      fields: {
        done: 'Taken to hospital',
        doneBy: 'PC Madeup',
        ...moment('acted'),
        power: 'police_protection',
      },
    }),
    '/actions/new',
  ),
  [`${base}/lines/new`]: onEnquiry(() => ({ rest: '/lines/new', fields: line }), '/lines/new'),
  [`${base}/lines/:lineId`]: onEnquiry(async ({ of }, { record }) => {
    const id = await tell(record, 'enquiry_line', { ...of, ...line })
    return { rest: `/lines/${id}`, fields: { ...line, answer: 'Nobody', version: '1' } }
  }, `/lines/${nobody}`),
  [`${base}/medicals/new`]: onEnquiry(() => ({ rest: '/medicals/new', fields: medical }), '/medicals/new'),
  [`${base}/medicals/:medicalId`]: onEnquiry(async ({ of }, { record }) => {
    const id = await tell(record, 'enquiry_medical', { ...of, kind: 'eyes', asked_on: '2026-02-02' })
    return {
      rest: `/medicals/${id}`,
      fields: { ...medical, ...moment('held'), findings: 'Well', outcome: 'nothing_found', version: '1' },
    }
  }, `/medicals/${nobody}`),
  [`${base}/outcome`]: onEnquiry(
    () => ({
      rest: '/outcome',
      fields: { outcome: 'not_substantiated', reasons: 'All is well', notSeen: 'Abroad', version: '1' },
    }),
    '/outcome',
  ),
  [`${base}/stop`]: onEnquiry(
    () => ({ rest: '/stop', fields: { how: 'begun_in_error', reason: 'Wrong child', version: '1' } }),
    '/stop',
    'manager',
  ),
  '/people/:personId/discussions/:discussionId/sent': {
    fill: sent,
    address: one => `/people/${one.personId}/discussions/${one.rowIds['discussion'] ?? nobody}/sent`,
  },
  '/people/:personId/body-map/new': {
    async fill({ child }) {
      return { by: 'holder', url: `/people/${await child()}/body-map/new`, fields: mark }
    },
    address: one => `/people/${one.personId}/body-map/new`,
  },
  '/people/:personId/body-map/:markId/correct': {
    async fill({ child, record }) {
      const personId = await child()
      const url = `/people/${personId}/body-map/${await markOf(record, personId)}/correct`
      return { by: 'holder', url, fields: { ...mark, reason: 'Not the side that I saw' } }
    },
    address: one => `/people/${one.personId}/body-map/${one.rowIds['bodyMapMark'] ?? nobody}/correct`,
  },
}
