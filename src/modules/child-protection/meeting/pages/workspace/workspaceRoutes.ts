import { codesOf, Fields, recordReaders, recordWriters } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { type FormIssue, fieldErrors } from '#ui'
import { answerInvitation, chaseInvitee } from '../../commands/invitations.ts'
import { childrenOf } from '../../queries/childrenOf.ts'
import { viewsOf } from '../../queries/contributionsOf.ts'
import { continuedBy } from '../../queries/meetingsOf.ts'
import { isComing } from '../../rules/meeting.ts'
import { type MeetingParams, meetingParams, meetingPath } from '../meetingPath.ts'
import { namedIn, openedMeeting } from '../openedMeeting.ts'
import { answerWords, kindWords } from '../words.ts'
import { workspacePage } from './workspacePage.ts'

const base = '/meetings/:meetingId'
const common = { purpose: 'casework', params: meetingParams } as const
type MeetingRequest = Visit<MeetingParams, unknown, unknown>

async function answer(
  { work, params, sent, form }: MeetingRequest,
  issues: readonly FormIssue[] = [],
  isStale = false,
): Promise<Reply> {
  const opened = await openedMeeting(work, params.meetingId)
  if (opened === null) return notFound
  const errors = fieldErrors(issues, ['response', 'needs'])
  return {
    kind: 'page',
    status: isStale ? 409 : issues.length > 0 ? 422 : 200,
    hasErrors: issues.length > 0,
    title: `${kindWords[opened.meeting.kind]} - Meetings`,
    current: '/meetings',
    isWide: true,
    content: workspacePage({
      opened,
      decided: await childrenOf(work, opened.meeting),
      views: await viewsOf(work, opened.meeting.id),
      next: opened.meeting.status === 'adjourned' ? await continuedBy(work, opened.meeting.id) : null,
      isPast: work.knownAt !== null,
      isStale,
      sent,
      errors,
      form,
    }),
    shown: { resource: 'meeting', subjectIds: namedIn(opened) },
  }
}

/** `/meetings/:meetingId`, with what one button there does. */
export const workspaceRoutes = [
  route({
    ...common,
    method: 'GET',
    url: base,
    admits: recordReaders,
    summary: 'A meeting about children: who is asked, when, and what was decided',
    handle: visit => answer(visit),
  }),
  route({
    ...common,
    method: 'POST',
    url: `${base}/answer`,
    admits: recordWriters,
    summary: 'Answers one’s own invitation to a meeting',
    async handle(visit): Promise<Reply> {
      const { work, params, sent } = visit
      const opened = await openedMeeting(work, params.meetingId)
      if (!opened?.own || !isComing(opened.meeting)) return notFound
      const fields = new Fields(sent)
      const response = fields.choice('response', codesOf(answerWords), 'Select whether you are coming')
      const needs = fields.text('needs', 1_000)
      if (fields.issues.length > 0 || response === null) return answer(visit, fields.issues)
      const of = { inviteeId: opened.own.id, version: Number(fields.typed('version')) || 0 }
      if ((await answerInvitation(work, of, { response, needs })) === 'stale') return answer(visit, [], true)
      const from = fields.typed('from') === 'yours' ? '/yours' : ''
      return { kind: 'redirect', location: meetingPath(params.meetingId, from), success: 'Answer saved' }
    },
  }),
  route({
    ...common,
    method: 'POST',
    url: `${base}/chase`,
    admits: recordWriters,
    summary: 'Reminds somebody who has not answered an invitation',
    async handle(visit): Promise<Reply> {
      const { work, params, sent } = visit
      const opened = await openedMeeting(work, params.meetingId)
      if (!opened?.mayKeep || !isComing(opened.meeting)) return notFound
      const fields = new Fields(sent)
      const invitee = opened.invitees.find(({ id }) => id === fields.typed('invitee'))
      if (invitee === undefined) return notFound
      const of = { inviteeId: invitee.id, version: Number(fields.typed('version')) || 0 }
      if ((await chaseInvitee(work, of)) === 'stale') return answer(visit, [], true)
      return {
        kind: 'redirect',
        location: meetingPath(params.meetingId, fields.typed('from') === 'conference' ? '/conference' : ''),
        success: 'Reminder noted. Whoever signs in is told',
      }
    },
  }),
]
