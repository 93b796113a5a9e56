import { sql } from 'kysely'
import { formVersion } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { addScanned } from './documentRoutes.ts'
import type { Fields, Gate, SendRoute, Stage, Told } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()

/** Papers are read with the statutory record (B2), as enquiries are. */
export const papered: Gate = one => [{ table: 's47_enquiry', personIds: [one.personId] }]

const row = (one: Told, name: string): Uuid => one.rowIds[name] ?? nobody
const ofMeeting = (rest: string) => (one: Told) => `/meetings/${row(one, 'sharedMeeting')}${rest}`
const ofPaper = (rest: string) => (one: Told) => `/papers/${row(one, 'paper')}${rest}`
const ofPart = (rest: string) => (one: Told) =>
  `/papers/${row(one, 'paper')}/parts/${row(one, 'paperPart')}${rest}`
const ofCopy = (rest: string) => (one: Told) => `/copies/${row(one, 'paperCopy')}${rest}`

/** GET pages of papers and copies: each person's own. */
export const sharingReadPaths: Readonly<Record<string, (one: Told) => string>> = {
  '/meetings/:meetingId/papers': ofMeeting('/papers'),
  '/meetings/:meetingId/send': ofMeeting('/send'),
  '/meetings/:meetingId/answers': ofMeeting('/answers'),
  '/papers/:paperId': ofPaper(''),
  '/papers/:paperId/decide': ofPaper('/decide'),
  '/papers/:paperId/preview': ofPaper('/preview'),
  '/papers/:paperId/document': ofPaper('/document'),
  '/papers/:paperId/parts/new': ofPaper('/parts/new'),
  '/papers/:paperId/parts/:partId': ofPart(''),
  '/papers/:paperId/parts/:partId/remove': ofPart('/remove'),
  '/papers/:paperId/parts/:partId/translation': ofPart('/translation'),
  '/copies/:copyId': ofCopy(''),
  '/copies/:copyId/pack.pdf': ofCopy('/pack.pdf'),
  '/copies/:copyId/answers': ofCopy('/answers'),
  '/people/:personId/walls': one => `/people/${one.personId}/walls`,
}

const content = JSON.stringify({
  version: 1,
  kind: 'social_work_report',
  title: 'Report for your meeting',
  meeting: null,
  parts: [
    { number: 1, heading: 'Invented', words: 'Invented words', source: null, translation: null, pairs: [] },
  ],
  planLines: [],
  whoToRing: null,
  lang: 'en',
  style: 'plain',
})

type Given = {
  readonly paper?: 'draft' | 'finished'
  readonly copy?: 'composed' | 'approved' | 'released'
  readonly unread?: string
}

/** A meeting about somebody with a paper of one part and a copy of it for themself. */
export async function tellPaper(record: TestRecord, personId: Uuid, given: Given = {}) {
  const meetingId = await tell(record, 'meeting', {
    kind: 'initial',
    person_ids: [personId],
    reason: 'Invented',
    planned_at: '2027-03-01T10:00Z',
    papers_until: '2027-04-01',
  })
  const status = given.paper ?? 'draft'
  const done = status === 'draft' ? {} : { finished_at: '2026-02-02T10:00Z', finished_by: nobody }
  const paperId = await tell(record, 'paper', {
    kind: 'social_work_report',
    meeting_id: meetingId,
    person_ids: [personId],
    made_by: nobody,
    status,
    unread: given.unread ?? null,
    ...done,
  })
  const partId = await tell(record, 'paper_part', {
    paper_id: paperId,
    place: 1,
    heading: 'Invented',
    words: 'Invented words',
  })
  const showingId = await tell(record, 'part_showing', {
    part_id: partId,
    recipient_id: personId,
    shows: true,
    decided_by: nobody,
  })
  const stand = {
    composed: {},
    approved: { approved_by: [nobody], approved_at: '2026-02-03T10:00Z' },
    released: {
      approved_by: [nobody],
      approved_at: '2026-02-03T10:00Z',
      released_at: '2026-02-04T10:00Z',
      released_by: nobody,
    },
  }[given.copy ?? 'released']
  const copyId = await tell(record, 'paper_copy', {
    paper_id: paperId,
    meeting_id: meetingId,
    person_ids: [personId],
    recipient_id: personId,
    content,
    content_hash: '\\x00',
    part_ids: [partId],
    composed_by: nobody,
    status: given.copy ?? 'released',
    ...stand,
  })
  return { meetingId, paperId, partId, showingId, copyId }
}

/** Row ids of a person's meeting, paper, part and copy, and of their account at the portal. */
export async function tellSharing(
  record: TestRecord,
  personId: Uuid,
): Promise<Readonly<Record<string, Uuid>>> {
  const told = await tellPaper(record, personId)
  return {
    sharedMeeting: told.meetingId,
    paper: told.paperId,
    paperPart: told.partId,
    paperCopy: told.copyId,
    familyAccount: await tell(record, 'family_account', {
      account_of: personId,
      person_ids: [personId],
      opened_by: nobody,
    }),
  }
}

/** An adult of the child's family. */
async function adultOf(record: TestRecord, personId: Uuid): Promise<Uuid> {
  const adult = await record.makers.person({ born: '1990-01-01' })
  await record.makers.family({ children: [personId], adults: [adult] })
  return adult
}

type At = Awaited<ReturnType<typeof tellPaper>> & { readonly personId: Uuid }

const onPaper = (
  fill: (at: At) => { readonly url: string; readonly fields: Fields },
  address: (one: Told) => string,
  given: Given = {},
): SendRoute => ({
  async fill({ record, child }: Stage) {
    const personId = await child()
    return { by: 'holder', ...fill({ ...(await tellPaper(record, personId, given)), personId }) }
  },
  address,
})

const part: Fields = { heading: 'Invented', words: 'Other words', source: 'own_work' }
const paper =
  (rest: string) =>
  ({ paperId }: At) =>
    `/papers/${paperId}${rest}`
const copy =
  (rest: string) =>
  ({ copyId }: At) =>
    `/copies/${copyId}${rest}`
const filled = (url: (at: At) => string, fields: Fields) => (at: At) => ({ url: url(at), fields })

/** POST routes of papers and copies with a form that each takes. */
export const sharingSends: Readonly<Record<string, SendRoute>> = {
  '/meetings/:meetingId/papers': onPaper(
    ({ meetingId }) => ({ url: `/meetings/${meetingId}/papers`, fields: { kind: 'social_work_report' } }),
    ofMeeting('/papers'),
  ),
  '/papers/:paperId/parts/new': onPaper(filled(paper('/parts/new'), part), ofPaper('/parts/new')),
  '/papers/:paperId/parts/:partId': onPaper(
    ({ paperId, partId }) => ({
      url: `/papers/${paperId}/parts/${partId}`,
      fields: { ...part, version: '1' },
    }),
    ofPart(''),
  ),
  '/papers/:paperId/parts/:partId/remove': onPaper(
    ({ paperId, partId }) => ({ url: `/papers/${paperId}/parts/${partId}/remove`, fields: { version: '1' } }),
    ofPart('/remove'),
  ),
  '/papers/:paperId/parts/:partId/translation': onPaper(
    ({ paperId, partId }) => ({
      url: `/papers/${paperId}/parts/${partId}/translation`,
      fields: { lang: 'pl', heading: 'Invented', words: 'Invented', translator: 'Somebody', version: '0' },
    }),
    ofPart('/translation'),
  ),
  '/papers/:paperId/finish': onPaper(filled(paper('/finish'), { version: '1' }), ofPaper('/finish')),
  '/papers/:paperId/correct': onPaper(
    filled(paper('/correct'), { reason: 'A date was wrong' }),
    ofPaper('/correct'),
    { paper: 'finished' },
  ),
  '/papers/:paperId/pull': {
    async fill({ record, child }) {
      const personId = await child()
      const referral_id = await tell(record, 'referral', { person_id: personId, received_on: '2026-01-02' })
      await tell(record, 's47_enquiry', {
        person_id: personId,
        referral_id,
        started_on: '2026-01-02',
        outcome_reasons: 'Invented',
      })
      const { paperId } = await tellPaper(record, personId)
      return { by: 'holder', url: `/papers/${paperId}/pull`, fields: { from: 'enquiry' } }
    },
    address: ofPaper('/pull'),
  },
  '/papers/:paperId/file': onPaper(filled(paper('/file'), { version: '1', act: 'read' }), ofPaper('/file'), {
    unread: 'pictures',
  }),
  '/papers/:paperId/document': {
    async fill(stage) {
      const personId = await stage.child()
      const document = (await addScanned(stage, personId, 'Well and growing.')).split('/').at(-1) ?? ''
      const { paperId } = await tellPaper(stage.record, personId)
      return { by: 'holder', url: `/papers/${paperId}/document`, fields: { document } }
    },
    address: ofPaper('/document'),
  },
  '/papers/:paperId/decide': onPaper(
    ({ paperId, partId, showingId, personId }) => ({
      url: `/papers/${paperId}/decide`,
      fields: {
        version: formVersion([[[partId, 1]], [[showingId, 1]]]),
        [`d:${partId}:p:${personId}`]: 'hide',
        ground: 'age',
        why: 'Too young',
      },
    }),
    ofPaper('/decide'),
  ),
  '/papers/:paperId/copies': onPaper(filled(paper('/copies'), { style: 'large' }), ofPaper('/copies'), {
    paper: 'finished',
  }),
  '/people/:personId/walls': {
    async fill({ record, child }) {
      const personId = await child()
      const other = await adultOf(record, personId)
      const fields = { before: other, around: personId, reason: 'He must not find them' }
      return { by: 'holder', url: `/people/${personId}/walls`, fields }
    },
    address: one => `/people/${one.personId}/walls`,
  },
  '/people/:personId/walls/:wallId/end': {
    async fill({ record, child, county }) {
      const personId = await child()
      const other = await adultOf(record, personId)
      const holder = { id: county.staff.workers.holder, class: 'practitioner' as const }
      const id = await record.as(holder, async work => {
        const { rows } = await sql<{ id: Uuid }>`
          select access.make_wall(${other}::uuid, ${[personId]}::uuid[], 'He must not find them') as id`.execute(
          work.db(),
        )
        return rows[0]?.id ?? nobody
      })
      return {
        by: 'manager',
        url: `/people/${personId}/walls/${id}/end`,
        fields: { reason: 'He has moved abroad' },
      }
    },
    address: one => `/people/${one.personId}/walls/${nobody}/end`,
  },
  '/copies/:copyId/approve': onPaper(filled(copy('/approve'), { version: '1' }), ofCopy('/approve'), {
    paper: 'finished',
    copy: 'composed',
  }),
  '/copies/:copyId/refuse': onPaper(
    filled(copy('/refuse'), { version: '1', why: 'Not yet' }),
    ofCopy('/refuse'),
    { paper: 'finished', copy: 'composed' },
  ),
  '/copies/:copyId/withdraw': onPaper(
    filled(copy('/withdraw'), { version: '1', why: 'Wrong person' }),
    ofCopy('/withdraw'),
    { paper: 'finished' },
  ),
  '/copies/:copyId/give': onPaper(filled(copy('/give'), { version: '1', way: 'by_hand' }), ofCopy('/give'), {
    paper: 'finished',
    copy: 'approved',
  }),
  '/copies/:copyId/log': onPaper(filled(copy('/log'), { kind: 'received', way: 'by_hand' }), ofCopy('/log'), {
    paper: 'finished',
  }),
  '/copies/:copyId/answers': onPaper(
    filled(copy('/answers'), { how: 'in_person', words: 'I do not agree' }),
    ofCopy('/answers'),
    { paper: 'finished' },
  ),
}
