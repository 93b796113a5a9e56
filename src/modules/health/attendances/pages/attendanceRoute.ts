import { z } from 'zod'
import { Fields, uuidParam } from '#modules/casework'
import type { Work } from '#platform/db'
import { type FormKeys, formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import {
  button,
  errorsAbove,
  type FormIssue,
  fieldErrors,
  type Html,
  html,
  nothing,
  radios,
  textarea,
} from '#ui'
import { answerNotice, markRead, seeCorrection } from '../commands/answerNotice.ts'
import { type OpenAttendance, readAttendance, type Told } from '../queries/readAttendance.ts'
import { doneWords, kindWords, type NoticeDone } from '../rules/words.ts'
import { attendancePage } from './attendancePage.ts'
import { teamsOf } from './listRoute.ts'

const params = z.object({ attendanceId: uuidParam })
type AttendanceVisit = Visit<z.infer<typeof params>, unknown, unknown>
const NOTE = 2000
const common = { admits: ['practitioner', 'duty'], purpose: 'health', params } as const
const at = (id: string): string => `/attendances/${id}`

/** Notices of this visit that the reader answers: to themself, or to a team of theirs. */
async function ownNotices(work: Work, { told }: OpenAttendance): Promise<readonly Told[]> {
  const { all, duty } = await teamsOf(work)
  return told.filter(({ workerId, teamId, kind }) =>
    workerId === null
      ? teamId !== null && (kind === 'team_duty' ? duty : all).includes(teamId)
      : workerId === work.actor.id,
  )
}

async function show(
  visit: AttendanceVisit,
  read: OpenAttendance,
  { issues = [], above = nothing }: Shown = {},
): Promise<Reply> {
  const own = await ownNotices(visit.work, read)
  const errors = fieldErrors(issues, ['done', 'note'])
  const forms = html`${own.map(notice => (notice.withdrawnAt === null ? answerForm(visit, read, notice, errors) : correctionForm(visit, read, notice)))}`
  return {
    kind: 'page',
    title: 'Visit to hospital',
    current: '/attendances',
    back: '/attendances',
    hasErrors: issues.length > 0,
    status: issues.length > 0 ? 422 : 200,
    content: html`${errorsAbove(errors)}${above}${attendancePage(read, forms)}`,
    shown: {
      resource: 'attendance',
      subjectIds: [read.attendance.id, ...(read.personId === null ? [] : [read.personId])],
    },
  }
}
type Shown = { readonly issues?: readonly FormIssue[]; readonly above?: Html }

function answerForm(
  visit: AttendanceVisit,
  { attendance }: OpenAttendance,
  notice: Told,
  errors: ReturnType<typeof fieldErrors>,
): Html {
  const { sent, form } = visit
  const isThis = sent['notice'] === notice.id
  return html`<h2 class="govuk-heading-m">${kindWords[notice.kind]}: what you did</h2>
${notice.readAt === null ? readForm(form, attendance.id, notice) : nothing}
<form method="post" action="${at(attendance.id)}/answer" novalidate data-keep-on-failure>${formFields(form)}
<input type="hidden" name="notice" value="${notice.id}"><input type="hidden" name="version" value="${notice.version}">
${radios({
  name: 'done',
  idPrefix: `done-${notice.id}`,
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'What was done', classes: 'govuk-fieldset__legend--s' } },
  items: Object.entries(doneWords).map(([value, text]) => ({ value, text })),
  value: isThis && typeof sent['done'] === 'string' ? sent['done'] : (notice.done ?? ''),
  errorMessage: isThis ? errors.of('done') : undefined,
})}
${textarea({ name: 'note', id: `note-${notice.id}`, rows: 3, label: { text: 'Note (optional)', classes: 'govuk-label--s' }, value: isThis && typeof sent['note'] === 'string' ? sent['note'] : (notice.doneNote ?? ''), errorMessage: isThis ? errors.of('note') : undefined })}
${button({ text: 'Save', preventDoubleClick: true })}</form>`
}

const readForm = (form: FormKeys, id: string, notice: Told): Html =>
  html`<form method="post" action="${at(id)}/read">${formFields(form)}<input type="hidden" name="notice" value="${notice.id}">${button({ text: 'I have read it', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

function correctionForm({ form }: AttendanceVisit, { attendance }: OpenAttendance, notice: Told): Html {
  if (notice.correctionSeenAt !== null) return nothing
  return html`<form method="post" action="${at(attendance.id)}/correction">${formFields(form)}<input type="hidden" name="notice" value="${notice.id}">${button({ text: 'I have seen the correction', preventDoubleClick: true })}</form>`
}

async function open(visit: AttendanceVisit): Promise<Reply> {
  const read = await readAttendance(visit.work, visit.params.attendanceId)
  return read === null ? notFound : await show(visit, read)
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
  return { kind: 'redirect', location: at(visit.params.attendanceId), success: 'Kept: you have read it' }
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
  if (done === null || fields.issues.length > 0) return await show(visit, read, { issues: fields.issues })
  const sentVersion = Number(visit.sent['version'])
  const version = Number.isInteger(sentVersion) ? sentVersion : -1 // none that a notice has
  if (await answerNotice(visit.work, { id: notice.id, version }, { done, note }))
    return { kind: 'redirect', location: '/attendances', success: 'Kept: what you did is with the visit' }
  const above = html`<div class="govuk-inset-text" role="alert"><p class="govuk-body">A colleague has answered meanwhile: ${notice.done === null ? 'read' : doneWords[notice.done]}${notice.doneNote === null ? '' : html` (“${notice.doneNote}”)`}. Yours is below: save it again if it is to stand instead.</p></div>`
  const again = await show(visit, read, { above })
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
