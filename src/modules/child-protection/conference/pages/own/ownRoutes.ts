import { Fields, recordReaders, recordWriters, sizeWords, typedOf } from '#modules/casework'
import { inspectFile } from '#platform/files'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { type FormIssue, fieldErrors } from '#ui'
import { isComing, viewsOf } from '../../../meeting/index.ts'
import { type MeetingParams, meetingParams, meetingPath } from '../../../meeting/pages/meetingPath.ts'
import { type OpenedMeeting, openedMeeting } from '../../../meeting/pages/openedMeeting.ts'
import { copiesOf } from '../../../sharing/queries/readCopies.ts'
import { bringReport } from '../../commands/bringReport.ts'
import { ownReport } from '../../queries/ownReport.ts'
import { isConference } from '../../rules/conference.ts'
import { ownPage } from './ownPage.ts'

const common = { purpose: 'casework', params: meetingParams } as const
type OwnVisit = Pick<
  Visit<MeetingParams, unknown, unknown>,
  'work' | 'params' | 'sent' | 'form' | 'files' | 'uploads'
>
type Asked = OpenedMeeting & { readonly own: NonNullable<OpenedMeeting['own']> }

/** The conference, for whoever is asked to it now. */
async function asked({ work, params }: OwnVisit): Promise<Asked | null> {
  const opened = await openedMeeting(work, params.meetingId)
  if (opened === null || opened.own === null || !isConference(opened.meeting)) return null
  return opened.parts.includes('invited') ? { ...opened, own: opened.own } : null
}

async function page(visit: OwnVisit, opened: Asked, issues: readonly FormIssue[] = []): Promise<Reply> {
  const { work, form, files } = visit
  const copies = await copiesOf(work, { meetingId: opened.meeting.id })
  return {
    kind: 'page',
    status: issues.length > 0 ? 422 : 200,
    hasErrors: issues.length > 0,
    title: 'Your part - Meetings',
    current: '/meetings',
    content: ownPage({
      opened,
      own: opened.own,
      report: await ownReport(work, opened.own.id),
      views: await viewsOf(work, opened.meeting.id),
      copies: copies
        .filter(({ inviteeId, status }) => inviteeId === opened.own.id && status === 'released')
        .map(({ id, content }) => ({ id, title: content.title })),
      limit: sizeWords(files?.limitBytes ?? 0),
      hasScanner: (files?.scannerName ?? null) !== null,
      errors: fieldErrors(issues, ['file', 'reason']),
      reason: typedOf(visit.sent, 'reason'),
      keys: form,
    }),
    shown: { resource: 'meeting_own', subjectIds: opened.meeting.personIds },
  }
}

const show = route({
  ...common,
  method: 'GET',
  url: '/meetings/:meetingId/yours',
  admits: recordReaders,
  summary: 'What somebody asked to a conference brings to it themself: answer, report, view of each child',
  async handle(visit): Promise<Reply> {
    const opened = await asked(visit)
    return opened === null ? notFound : page(visit, opened)
  },
})

const send = route({
  ...common,
  method: 'POST',
  url: '/meetings/:meetingId/yours/report',
  admits: recordWriters,
  summary: 'Takes in the file of an agency’s report for a conference',
  takesFiles: true,
  async handle(visit): Promise<Reply> {
    const { work, params, form, sent, files, uploads = [] } = visit
    const opened = await asked(visit)
    if (opened === null || !isComing(opened.meeting) || files === undefined) return notFound
    const refused = (message: string) => page(visit, opened, [{ path: ['file'], message }])
    const before = await ownReport(work, opened.own.id)
    if (before !== null && before.finishedAt === null)
      return refused('Your report is begun already: look at it below, and finish it')
    const fields = new Fields(sent)
    const reason = before === null ? null : fields.text('reason', 2_000, 'Enter what is corrected')
    if (fields.issues.length > 0) return page(visit, opened, fields.issues)
    const upload = uploads.find(({ field }) => field === 'file')
    if (upload === undefined) return refused('Choose a file')
    if (upload.isTooLarge) return refused(`The file must be smaller than ${sizeWords(files.limitBytes)}`)
    const inspected = await inspectFile(upload)
    if (!inspected.ok) return refused(inspected.why)
    const { outcome, paperId } = await bringReport(work, files.store, {
      meeting: opened.meeting,
      invitee: opened.own,
      file: inspected.file,
      submission: form.submission,
      replaces: before === null || reason === null ? null : { id: before.paperId, reason },
    })
    return outcome === 'arrived'
      ? {
          kind: 'redirect',
          location: meetingPath(params.meetingId, '/yours'),
          success: 'Your report has arrived',
        }
      : {
          kind: 'redirect',
          location: `/papers/${paperId}`,
          success: 'Taken in, and not sent yet: something in the file needs you',
        }
  },
})

export const ownRoutes = [show, send]
