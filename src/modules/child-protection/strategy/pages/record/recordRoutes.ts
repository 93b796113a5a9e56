import { codesOf, Fields, recordReaders, recordWriters, ticksOf } from '#modules/casework'
import { draftConflict } from '#platform/drafts'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { type FormIssue, fieldErrors, formatDateTime, html, nothing } from '#ui'
import { childrenOf, contributionsOf, viewsOf } from '../../../meeting/index.ts'
import { type MeetingParams, meetingParams, meetingPath } from '../../../meeting/pages/meetingPath.ts'
import { meetingHead, namedIn, openedMeeting } from '../../../meeting/pages/openedMeeting.ts'
import { inviteeWords } from '../../../meeting/pages/words.ts'
import { acknowledgeRecord, sendRecord } from '../../commands/sendRecord.ts'
import { recordHtml, toSendTo, ways } from './recordPage.ts'
import { recordPdf } from './recordPdf.ts'

const base = '/meetings/:meetingId/record'
const common = { purpose: 'casework', params: meetingParams } as const
type RecordVisit = Visit<MeetingParams, unknown, unknown>

/** A discussion that was held, with all that stands in its record for this reader. */
async function held({ work, params }: Pick<RecordVisit, 'work' | 'params'>) {
  const opened = await openedMeeting(work, params.meetingId)
  if (opened?.meeting.kind !== 'strategy' || opened.meeting.status !== 'held') return null
  return {
    opened,
    decided: await childrenOf(work, opened.meeting),
    views: await viewsOf(work, opened.meeting.id),
    // What fewer may read than the record goes to stays in the room.
    said: (await contributionsOf(work, opened.meeting.id)).filter(({ dataClass }) => dataClass === 'B3'),
  }
}

async function answer(
  visit: RecordVisit,
  issues: readonly FormIssue[] = [],
  isStale = false,
): Promise<Reply> {
  const found = await held(visit)
  if (found === null) return notFound
  const errors = fieldErrors(issues, ['to', 'how'])
  const { opened } = found
  const sentNow = opened.invitees.filter(({ recordSentAt }) => recordSentAt !== null)
  const difference = {
    label: 'To whom the record went',
    yours: ticksOf(visit.sent, 'to')
      .flatMap(key => opened.invitees.filter(({ id }) => key.startsWith(id)).map(inviteeWords))
      .join('\n'),
    other: sentNow
      .map(one => `${inviteeWords(one)}, ${formatDateTime(one.recordSentAt ?? visit.work.now)}`)
      .join('\n'),
  }
  return {
    kind: 'page',
    status: isStale ? 409 : issues.length > 0 ? 422 : 200,
    hasErrors: issues.length > 0,
    title: 'Record of a strategy discussion - Meetings',
    current: '/meetings',
    isWide: true,
    content: html`${isStale ? draftConflict({ between: 'record', differences: [difference] }) : nothing}${meetingHead(opened, '/record')}
${recordHtml({ ...found, isPast: visit.work.knownAt !== null, sent: visit.sent, errors, form: visit.form })}`,
    shown: { resource: 'meeting-record', subjectIds: namedIn(opened) },
  }
}

/** `/meetings/:meetingId/record`: the record of a strategy discussion, its print, and to whom it went. */
export const recordRoutes = [
  route({
    ...common,
    method: 'GET',
    url: base,
    admits: recordReaders,
    summary: 'The record of a strategy discussion',
    handle: visit => answer(visit),
  }),
  route({
    ...common,
    method: 'GET',
    url: `${base}/print`,
    admits: recordReaders,
    summary: 'The record of a strategy discussion as a PDF',
    async handle(visit): Promise<Reply> {
      const found = await held(visit)
      if (found === null) return notFound
      const { authorityName = '', me, work } = visit
      const printed = { authority: authorityName, printedAt: formatDateTime(work.now), printedFor: me.name }
      return {
        kind: 'print',
        fileName: 'strategy-discussion.pdf',
        make: watch => recordPdf(found, printed, watch),
        entries: found.said.length,
        shown: { resource: 'meeting-record', subjectIds: namedIn(found.opened), action: 'export' },
      }
    },
  }),
  route({
    ...common,
    method: 'POST',
    url: `${base}/sent`,
    admits: recordWriters,
    summary: 'Records to whom the record of a strategy discussion went',
    async handle(visit): Promise<Reply> {
      const { work, params, sent } = visit
      const found = await held(visit)
      if (!found?.opened.mayKeep) return notFound
      const fields = new Fields(sent)
      const how = fields.choice('how', codesOf(ways), 'Select how it went')
      const keys = ticksOf(sent, 'to')
      const versions = new Map(keys.map(key => [key.split('@')[0] ?? '', Number(key.split('@')[1])]))
      const to = found.opened.invitees.filter(({ id }) => versions.has(id))
      if (to.length === 0) fields.problem('to', 'Tick to whom it went')
      if (fields.issues.length > 0 || how === null) return answer(visit, fields.issues)
      const isOpenStill = to.every(one => toSendTo(found.opened).some(({ id }) => id === one.id))
      const of = to.map(({ id }) => ({ inviteeId: id, version: versions.get(id) ?? 0 }))
      if (!isOpenStill || (await sendRecord(work, found.opened.meeting, of, how)) === 'stale')
        return answer(visit, [], true)
      return {
        kind: 'redirect',
        location: meetingPath(params.meetingId, '/record'),
        success: 'Recorded as sent',
      }
    },
  }),
  route({
    ...common,
    method: 'POST',
    url: `${base}/read`,
    admits: recordWriters,
    summary: 'Says that one has read the record of a strategy discussion',
    async handle(visit): Promise<Reply> {
      const found = await held(visit)
      const own = found?.opened.own
      if (!own || own.recordSentAt === null) return notFound
      const version = Number(new Fields(visit.sent).typed('version')) || 0
      if (
        own.recordAcknowledgedAt === null &&
        (await acknowledgeRecord(visit.work, { inviteeId: own.id, version })) === 'stale'
      )
        return answer(visit, [], true)
      return {
        kind: 'redirect',
        location: meetingPath(visit.params.meetingId, '/record'),
        success: 'Thank you: it is noted that you read it',
      }
    },
  }),
]
