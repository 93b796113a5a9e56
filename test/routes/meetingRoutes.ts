import { makeUuid, type Uuid } from '#platform/ids'
import type { Fields, SendRoute, Stage, Told } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()
const ofMeeting = (rest: string) => (one: Told) => `/meetings/${one.rowIds['sharedMeeting'] ?? nobody}${rest}`

/** GET pages that meetings of all kinds share, and those of a strategy discussion: each person's own. */
export const meetingReadPaths: Readonly<Record<string, (one: Told) => string>> = {
  '/people/:personId/meetings/new': one => `/people/${one.personId}/meetings/new?kind=strategy`,
  ...Object.fromEntries(
    [
      '',
      '/room',
      '/room/entries',
      '/invitees',
      '/agenda',
      '/continue',
      '/move',
      '/cancel',
      '/adjourn',
      '/attendance',
      '/decision',
      '/record',
      '/record/print',
    ].map(rest => [`/meetings/:meetingId${rest}`, ofMeeting(rest)]),
  ),
}

const now = () => Temporal.Now.zonedDateTimeISO('Europe/London')
const moment = (name: string, on = now()): Fields => ({
  [`${name}-day`]: `${on.day}`,
  [`${name}-month`]: `${on.month}`,
  [`${name}-year`]: `${on.year}`,
  [`${name}-time`]: '00:00',
})
const planned = {
  ...moment('planned', now().add({ days: 2 })),
  minutes: '45',
  how: 'online',
  place: 'A link',
}

type Called = { readonly personId: Uuid; readonly meetingId: Uuid; readonly inviteeIds: readonly Uuid[] }

/** A strategy discussion that the holder calls of a child of theirs, with somebody of each agency. */
async function called(
  stage: Stage,
  status: 'planned' | 'in_session' | 'held' | 'adjourned',
): Promise<Called> {
  const { record, county } = stage
  const personId = await stage.child()
  const { holder, partner } = county.staff.workers
  const of = { person_id: personId, received_on: '2026-01-02', decided_on: '2026-01-02' }
  await tell(record, 'referral', { ...of, is_no_further_action: false })
  const at = now()
  const meetingId = await tell(record, 'meeting', {
    kind: 'strategy',
    person_ids: [personId],
    reason: 'Invented',
    planned_at: `${at.toInstant()}`,
    papers_until: `${at.add({ days: 30 }).toPlainDate()}`,
    chair_id: status === 'planned' ? holder : partner,
    status,
    ...(status === 'planned' ? {} : { started_at: `${at.subtract({ hours: 1 }).toInstant()}` }),
    ...(status === 'adjourned' ? { ended_at: `${at.toInstant()}`, stopped_because: 'No doctor' } : {}),
    ...(status === 'held'
      ? { ended_at: `${at.toInstant()}`, quorum_exception: 'x', quorum_exception_by: holder }
      : {}),
  })
  await tell(record, 'meeting_child', { meeting_id: meetingId, person_id: personId })
  const inviteeIds: Uuid[] = []
  for (const [worker, agency] of [
    [holder, 'social_care'],
    [partner, 'police'],
    [county.staff.workers.coWorker, 'health'],
  ] as const)
    inviteeIds.push(
      await tell(record, 'meeting_invitee', {
        meeting_id: meetingId,
        side: 'professional',
        agency,
        worker_id: worker,
        ...(status === 'planned' ? {} : { attended: 'online' }),
        ...(status === 'held' && agency === 'social_care'
          ? { record_sent_at: `${at.toInstant()}`, record_sent_how: 'kith' }
          : {}),
      }),
    )
  return { personId, meetingId, inviteeIds }
}

/** A form of it by the holder, with the version that the page carries. */
const onMeeting = (
  status: Parameters<typeof called>[1],
  rest: string,
  fields: (of: Called) => Fields,
  carries: 'version' | 'none' = 'version',
): SendRoute => ({
  async fill(stage) {
    const of = await called(stage, status)
    const url = `/meetings/${of.meetingId}${rest}`
    const { body } = carries === 'version' ? await stage.visitors.holder.get(url) : { body: '' }
    const version = /name="version" value="([^"]+)"/.exec(body)?.[1]
    return { by: 'holder', url, fields: { ...(version === undefined ? {} : { version }), ...fields(of) } }
  },
  address: ofMeeting(rest),
})

/** POST routes of meetings and strategy discussions with a form that each takes. */
export const meetingSends: Readonly<Record<string, SendRoute>> = {
  '/people/:personId/meetings/new': {
    async fill({ child, county }) {
      const personId = await child()
      const fields = {
        children: personId,
        reason: 'A bruise',
        ...moment('identified'),
        ...planned,
        ask: `w:${county.staff.workers.holder}`,
      }
      return { by: 'holder', url: `/people/${personId}/meetings/new?kind=strategy`, fields }
    },
    address: one => `/people/${one.personId}/meetings/new?kind=strategy`,
  },
  '/meetings/:meetingId/answer': onMeeting(
    'planned',
    '/answer',
    () => ({ response: 'coming', needs: 'A lift', version: '1' }),
    'none',
  ),
  '/meetings/:meetingId/chase': onMeeting(
    'planned',
    '/chase',
    ({ inviteeIds: [, other] }) => ({ invitee: `${other}`, version: '1' }),
    'none',
  ),
  '/meetings/:meetingId/invitees': onMeeting('planned', '/invitees', ({ inviteeIds: [, other] }) => ({
    [`response-${other}`]: 'coming',
  })),
  '/meetings/:meetingId/agenda': onMeeting('planned', '/agenda', () => ({
    'title-1': 'What the children say',
    'minutes-1': '10',
    'place-1': '1',
  })),
  '/meetings/:meetingId/continue': onMeeting('adjourned', '/continue', ({ personId }) => ({
    children: personId,
    reason: 'No doctor came',
    ...planned,
  })),
  '/meetings/:meetingId/move': onMeeting('planned', '/move', () => planned),
  '/meetings/:meetingId/cancel': onMeeting('planned', '/cancel', () => ({ because: 'Called in error' })),
  '/meetings/:meetingId/adjourn': onMeeting('in_session', '/adjourn', () => ({ because: 'No doctor' })),
  '/meetings/:meetingId/attendance': onMeeting('planned', '/attendance', ({ inviteeIds }) =>
    Object.fromEntries(inviteeIds.map(id => [`attended-${id}`, 'online'])),
  ),
  '/meetings/:meetingId/room': onMeeting('in_session', '/room', () => ({
    kind: 'information',
    said: 'Known since May',
    class: 'B3',
  })),
  '/meetings/:meetingId/decision': onMeeting('in_session', '/decision', ({ personId }) => ({
    quorumException: 'No doctor could be reached',
    [`decision-${personId}`]: 'no_enquiry',
    [`reasons-${personId}`]: 'Explained',
  })),
  '/meetings/:meetingId/record/sent': onMeeting(
    'held',
    '/record/sent',
    ({ inviteeIds: [, , third] }) => ({ to: `${third}@1`, how: 'post' }),
    'none',
  ),
  '/meetings/:meetingId/record/read': onMeeting('held', '/record/read', () => ({ version: '1' }), 'none'),
}
