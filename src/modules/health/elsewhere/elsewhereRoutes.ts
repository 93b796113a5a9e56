import { z } from 'zod'
import { Fields, uuidParam } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { errorsAbove, type FormIssue, fieldErrors, html, nothing } from '#ui'
import { askedTeams } from '../attendances/queries/questionsFor.ts'
import { type OpenAttendance, type Question, readAttendance } from '../attendances/queries/readAttendance.ts'
import { isAboutSending } from '../attendances/rules/words.ts'
import {
  councilsOf,
  type OtherCouncil,
  type Said,
  type Sending,
  saySending,
  sendingOf,
  waysOfSending,
} from './sending.ts'
import { sendingHtml } from './sendingHtml.ts'
import { sheetHtml } from './sheetHtml.ts'

const params = z.object({ attendanceId: uuidParam, questionId: uuidParam })
type ElsewhereVisit = Visit<z.infer<typeof params>, unknown, unknown>
const url = '/attendances/:attendanceId/elsewhere/:questionId'
const common = { admits: ['practitioner', 'duty'], purpose: 'health', params } as const
const LONGEST = 2000

type Asked = {
  readonly read: OpenAttendance
  readonly question: Question
  readonly councils: readonly OtherCouncil[]
  readonly sending: Sending
}

/** The question, where the reader's team is asked it. */
async function asked({ work, params: { attendanceId, questionId } }: ElsewhereVisit): Promise<Asked | null> {
  const read = await readAttendance(work, attendanceId)
  const question = read?.questions.find(({ id }) => id === questionId)
  if (read === null || question === undefined || !isAboutSending(question.reason)) return null
  if (!(await askedTeams(work)).includes(question.teamId)) return null
  const sending = await sendingOf(work, questionId)
  if (sending === null) return null
  return { read, question, sending, councils: await councilsOf(work, attendanceId) }
}

function show(
  { sent, form }: ElsewhereVisit,
  { read: { attendance }, ...one }: Asked,
  {
    issues = [],
    isStale = false,
  }: { readonly issues?: readonly FormIssue[]; readonly isStale?: boolean } = {},
): Reply {
  const errors = fieldErrors(issues, ['council', 'how', 'receivedBy', 'notShared'])
  const fields = new Fields(sent)
  const typed = (name: string) => fields.typed(name)
  return {
    kind: 'page',
    title: 'A visit that is another council’s',
    current: '/attendances',
    back: '/attendances/questions',
    hasErrors: issues.length > 0,
    status: isStale ? 409 : issues.length > 0 ? 422 : 200,
    content: html`${errorsAbove(errors)}${isStale ? html`<p class="govuk-body"><strong>A colleague was first. Yours was not saved.</strong></p>` : nothing}${sendingHtml({ ...one, attendance, typed, form, errors })}`,
    shown: { resource: 'attendance', subjectIds: [attendance.id] },
  }
}

async function open(visit: ElsewhereVisit): Promise<Reply> {
  const one = await asked(visit)
  return one === null ? notFound : show(visit, one)
}

async function sheet(visit: ElsewhereVisit): Promise<Reply> {
  const one = await asked(visit)
  if (one === null) return notFound
  const { attendance } = one.read
  return {
    kind: 'page',
    title: 'A visit for another council',
    current: '/attendances',
    back: `/attendances/${attendance.id}/elsewhere/${one.question.id}`,
    content: sheetHtml(attendance, one.question, {
      councils: one.councils,
      from: one.question.teamName,
    }),
    shown: { resource: 'attendance', subjectIds: [attendance.id], action: 'export' },
  }
}

async function save(visit: ElsewhereVisit): Promise<Reply> {
  const one = await asked(visit)
  if (one === null) return notFound
  if (one.question.answer !== null) return show(visit, one, { isStale: true })
  const fields = new Fields(visit.sent)
  const said = saidOf(fields, one)
  if (said === null || fields.issues.length > 0) return show(visit, one, { issues: fields.issues })
  if (await saySending(visit.work, one.question.id, said))
    return {
      kind: 'redirect',
      location: '/attendances/questions',
      success: said.answer === 'sent_on' ? 'Kept: it was sent on' : 'Kept: why it is not sent',
    }
  const again = await asked(visit)
  return again === null ? notFound : show(visit, again, { isStale: true })
}

function saidOf(fields: Fields, { councils, read }: Asked): Said | null {
  const chosen = fields.choice(
    'council',
    [...councils.map(({ id }) => id as string), 'none'],
    'Select the council, or that it is not sent',
  )
  if (chosen === 'none') {
    const note = fields.text('notShared', LONGEST, 'Say why it is not sent')
    return note === null ? null : { answer: 'seen', note }
  }
  const council = councils.find(({ id }) => id === chosen)
  const how = fields.choice('how', waysOfSending, 'Select how it was sent')
  const receivedBy = fields.text('receivedBy', 200, 'Enter who there said that it arrived')
  const notShared = fields.text('notShared', LONGEST)
  if (council === undefined || how === null || receivedBy === null) return null
  const hasNumber = read.attendance.told_nhs_number !== null
  return { answer: 'sent_on', councilId: council.id, how, receivedBy, notShared, hasNumber }
}

/** `/attendances/:attendanceId/elsewhere/:questionId`: a visit that is another council's, sent on by the team that was asked. */
export const elsewhereRoutes = [
  route({ ...common, method: 'GET', url, summary: 'A visit that is another council’s', handle: open }),
  route({
    ...common,
    method: 'GET',
    url: `${url}/sheet`,
    summary: 'A visit as it is sent on to another council',
    handle: sheet,
  }),
  route({
    ...common,
    method: 'POST',
    url,
    summary: 'Says that a visit was sent on to another council, or why not',
    handle: save,
  }),
]
