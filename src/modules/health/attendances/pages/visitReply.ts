import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import type { Work } from '#platform/db'
import { type FormKeys, formFields, type Reply, type Visit } from '#platform/http'
import {
  button,
  errorsAbove,
  type FieldErrors,
  type FormIssue,
  fieldErrors,
  type Html,
  html,
  nothing,
  radios,
  textarea,
} from '#ui'
import { askedTeams } from '../queries/questionsFor.ts'
import type { OpenAttendance, Told } from '../queries/readAttendance.ts'
import { visitsOfChild } from '../queries/visitsOfChild.ts'
import { doneWords, kindWords } from '../rules/words.ts'
import { attendancePage } from './attendancePage.ts'
import { teamsOf } from './listRoute.ts'
import { firstDay, visitsDrawing } from './visitsDrawing.ts'

export const attendanceParams = z.object({ attendanceId: uuidParam })
export type AttendanceVisit = Visit<z.infer<typeof attendanceParams>, unknown, unknown>

export const visitPath = (id: string): string => `/attendances/${id}`

/** Notices of this visit that the reader answers: to themself, or to a team of theirs. */
export async function ownNotices(work: Work, { told }: OpenAttendance): Promise<readonly Told[]> {
  const { all, duty } = await teamsOf(work)
  return told.filter(({ workerId, teamId, kind }) =>
    workerId === null
      ? teamId !== null && (kind === 'team_duty' ? duty : all).includes(teamId)
      : workerId === work.actor.id,
  )
}

/** The page of a visit with the reader's forms, and what was wrong with one that was sent. */
export async function visitReply(
  visit: AttendanceVisit,
  read: OpenAttendance,
  { issues = [], above = nothing }: Shown = {},
): Promise<Reply> {
  const own = await ownNotices(visit.work, read)
  const errors = fieldErrors(issues, ['done', 'note'])
  const { today } = visit.work
  const visits = await visitsOfChild(visit.work, read, firstDay(today))
  const drawing = visitsDrawing({ visits, openId: read.attendance.id, today })
  const forms = html`${own.map(notice => (notice.withdrawnAt === null ? answerForm(visit, read, notice, errors) : correctionForm(visit, read, notice)))}`
  return {
    kind: 'page',
    title: 'Visit to hospital',
    current: '/attendances',
    back: '/attendances',
    hasErrors: issues.length > 0,
    status: issues.length > 0 ? 422 : 200,
    content: html`${errorsAbove(errors)}${above}${attendancePage(read, forms, await askedTeams(visit.work), drawing)}`,
    shown: {
      resource: 'attendance',
      subjectIds: [...visits.map(({ id }) => id), ...(read.personId === null ? [] : [read.personId])],
    },
  }
}
type Shown = { readonly issues?: readonly FormIssue[]; readonly above?: Html }

function answerForm(
  visit: AttendanceVisit,
  { attendance }: OpenAttendance,
  notice: Told,
  errors: FieldErrors,
): Html {
  const { sent, form } = visit
  const isThis = sent['notice'] === notice.id
  return html`<h2 class="govuk-heading-m">${kindWords[notice.kind]}: what you did</h2>
${notice.readAt === null ? readForm(form, attendance.id, notice) : nothing}
<form method="post" action="${visitPath(attendance.id)}/answer" novalidate data-keep-on-failure>${formFields(form)}
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
  html`<form method="post" action="${visitPath(id)}/read">${formFields(form)}<input type="hidden" name="notice" value="${notice.id}">${button({ text: 'I have read it', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

function correctionForm({ form }: AttendanceVisit, { attendance }: OpenAttendance, notice: Told): Html {
  if (notice.correctionSeenAt !== null) return nothing
  return html`<form method="post" action="${visitPath(attendance.id)}/correction">${formFields(form)}<input type="hidden" name="notice" value="${notice.id}">${button({ text: 'I have seen the correction', preventDoubleClick: true })}</form>`
}
