import { Fields } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { html } from '#ui'
import { answerNotice, markRead, seeCorrection } from '../commands/answerNotice.ts'
import { type OpenAttendance, readAttendance, type Told } from '../queries/readAttendance.ts'
import { doneWords, type NoticeDone } from '../rules/words.ts'
import { type AttendanceVisit, attendanceParams, ownNotices, visitPath, visitReply } from './visitReply.ts'

const NOTE = 2000
const common = { admits: ['practitioner', 'duty'], purpose: 'health', params: attendanceParams } as const

async function open(visit: AttendanceVisit): Promise<Reply> {
  const read = await readAttendance(visit.work, visit.params.attendanceId)
  return read === null ? notFound : await visitReply(visit, read)
}

/** The notice that a form speaks of, when it is the reader's to answer. */
async function noticeOf(
  visit: AttendanceVisit,
): Promise<{ readonly read: OpenAttendance; readonly notice: Told } | null> {
  const read = await readAttendance(visit.work, visit.params.attendanceId)
  if (read === null) return null
  const notice = (await ownNotices(visit.work, read)).find(({ id }) => id === visit.sent['notice'])
  return notice === undefined ? null : { read, notice }
}

async function mark(visit: AttendanceVisit): Promise<Reply> {
  const found = await noticeOf(visit)
  if (found === null) return notFound
  await markRead(visit.work, found.notice.id)
  return {
    kind: 'redirect',
    location: visitPath(visit.params.attendanceId),
    success: 'Kept: you have read it',
  }
}

async function see(visit: AttendanceVisit): Promise<Reply> {
  const found = await noticeOf(visit)
  if (found === null) return notFound
  await seeCorrection(visit.work, found.notice.id)
  return {
    kind: 'redirect',
    location: '/attendances?show=corrections',
    success: 'Kept: you have seen the correction',
  }
}

async function answer(visit: AttendanceVisit): Promise<Reply> {
  const found = await noticeOf(visit)
  if (found === null) return notFound
  const { read, notice } = found
  const fields = new Fields(visit.sent)
  const done = fields.choice('done', Object.keys(doneWords) as NoticeDone[], 'Select what was done')
  const note = fields.text('note', NOTE)
  if (done === null || fields.issues.length > 0)
    return await visitReply(visit, read, { issues: fields.issues })
  const sentVersion = Number(visit.sent['version'])
  const version = Number.isInteger(sentVersion) ? sentVersion : -1 // none that a notice has
  if (await answerNotice(visit.work, { id: notice.id, version }, { done, note }))
    return { kind: 'redirect', location: '/attendances', success: 'Kept: what you did is with the visit' }
  const above = html`<div class="govuk-inset-text" role="alert"><p class="govuk-body">A colleague has answered meanwhile: ${notice.done === null ? 'read' : doneWords[notice.done]}${notice.doneNote === null ? '' : html` (“${notice.doneNote}”)`}. Yours is below: save it again if it is to stand instead.</p></div>`
  const again = await visitReply(visit, read, { above })
  return again.kind === 'page' ? { ...again, status: 409 } : again
}

/** `/attendances/:attendanceId`: the visit, who was told, and what the reader's team did. */
export const attendanceRoutes = [
  route({
    ...common,
    method: 'GET',
    url: '/attendances/:attendanceId',
    summary: 'A visit of a child to hospital, and who was told',
    handle: open,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/attendances/:attendanceId/read',
    summary: 'Says that a notice was read',
    handle: mark,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/attendances/:attendanceId/answer',
    summary: 'Keeps what was done after a notice',
    handle: answer,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/attendances/:attendanceId/correction',
    summary: 'Says that the correction of a cancelled visit was seen',
    handle: see,
  }),
]
