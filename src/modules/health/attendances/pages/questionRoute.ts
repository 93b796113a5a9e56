import { z } from 'zod'
import { Fields, uuidParam } from '#modules/casework'
import { type PersonSummary, searchPeople } from '#modules/people'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { errorsAbove, type FormIssue, fieldErrors, formatDateTime, type Html, html, nothing } from '#ui'
import { answerQuestion, type QuestionAnswered } from '../commands/answerQuestion.ts'
import { type AnswerChoices, answerChoices } from '../queries/answerChoices.ts'
import { askedTeams } from '../queries/questionsFor.ts'
import { type OpenAttendance, type Question, readAttendance } from '../queries/readAttendance.ts'
import { answerWords, isAboutSending } from '../rules/words.ts'
import { answersTo, questionForm } from './questionForm.ts'

const params = z.object({ attendanceId: uuidParam, questionId: uuidParam })
type QuestionVisit = Visit<z.infer<typeof params>, unknown, unknown>
const common = {
  admits: ['practitioner', 'duty'],
  purpose: 'health',
  params,
  url: '/attendances/:attendanceId/questions/:questionId',
} as const
const NOTE = 2000
type Asked = { readonly read: OpenAttendance; readonly question: Question; readonly choices: AnswerChoices }
type Shown = {
  readonly issues?: readonly FormIssue[]
  readonly found?: readonly PersonSummary[] | null
}

/** The question, where the reader's team is asked it. */
async function asked({ work, params: { attendanceId, questionId } }: QuestionVisit): Promise<Asked | null> {
  const read = await readAttendance(work, attendanceId)
  const question = read?.questions.find(({ id }) => id === questionId)
  if (read === null || question === undefined || isAboutSending(question.reason)) return null
  if (!(await askedTeams(work)).includes(question.teamId)) return null
  return { read, question, choices: await answerChoices(work) }
}

function show(
  visit: QuestionVisit,
  { read, question, choices }: Asked,
  { issues = [], found = null }: Shown = {},
): Reply {
  const errors = fieldErrors(issues, ['text', 'person', 'answer', 'team', 'council', 'note'])
  const fields = new Fields(visit.sent)
  const typed = (name: string): string => fields.typed(name)
  const { attendance } = read
  const content =
    question.answer === null
      ? questionForm({ attendance, question, choices, found, typed, form: visit.form, errors })
      : answered(question, visit)
  return {
    kind: 'page',
    title: 'A question about a visit to hospital',
    current: '/attendances',
    back: '/attendances/questions',
    hasErrors: issues.length > 0,
    status: issues.length > 0 ? 422 : 200,
    content: html`${errorsAbove(errors)}${content}`,
    shown: {
      resource: 'attendance',
      subjectIds: [attendance.id, ...(found ?? []).map(({ id }) => id)],
    },
  }
}

/** Somebody has answered: who, what, and the note that the reader had typed meanwhile. */
function answered(
  { answer, answeredAt, answeredBy, note, attendanceId }: Question,
  { sent }: QuestionVisit,
): Html {
  const mine = typeof sent['note'] === 'string' ? sent['note'].trim() : ''
  return html`<h1 class="govuk-heading-l">This question has been answered</h1>
<p class="govuk-body">${answer === null ? '' : answerWords[answer]}${answeredBy === null ? '' : `, by ${answeredBy}`}${answeredAt === null ? '' : `, ${formatDateTime(answeredAt)}`}${note === null ? '' : html`: “${note}”`}. Yours was not saved.</p>
${mine === '' ? nothing : html`<p class="govuk-body">Your note was: “${mine}”. Ring them if it should stand.</p>`}
<p class="govuk-body"><a class="govuk-link" href="/attendances/${attendanceId}">The visit</a></p>`
}

async function open(visit: QuestionVisit): Promise<Reply> {
  const one = await asked(visit)
  return one === null ? notFound : show(visit, one)
}

async function answer(visit: QuestionVisit): Promise<Reply> {
  const one = await asked(visit)
  if (one === null) return notFound
  const fields = new Fields(visit.sent)
  if (one.question.answer !== null) return stale(show(visit, one))
  const text = fields.text('text', 200)
  const found = text === null ? null : await find(visit, text)
  if (visit.sent['step'] === 'find') {
    if (text === null) fields.problem('text', 'Enter whom to find')
    return show(visit, one, { issues: fields.issues, found })
  }
  const note = fields.text('note', NOTE)
  const chosen = chosenOf(fields, one, found)
  if (chosen === null || fields.issues.length > 0) return show(visit, one, { issues: fields.issues, found })
  const { attendanceId, questionId } = visit.params
  if (await answerQuestion(visit.work, { id: questionId, attendanceId, note }, chosen))
    return { kind: 'redirect', location: '/attendances/questions', success: 'Kept: the question is answered' }
  const again = await asked(visit)
  return again === null ? notFound : stale(show(visit, again))
}

const stale = (reply: Reply): Reply => (reply.kind === 'page' ? { ...reply, status: 409 } : reply)

async function find({ work }: QuestionVisit, text: string): Promise<readonly PersonSummary[]> {
  const { rows } = await searchPeople(work, { text, page: 1, perPage: 20 })
  return rows.flatMap(row => (row.held ? [row.person] : []))
}

function chosenOf(
  fields: Fields,
  { question, choices }: Asked,
  found: readonly PersonSummary[] | null,
): QuestionAnswered | null {
  const kind = fields.choice('answer', answersTo(question.reason), 'Select your answer')
  if (kind === null) return null
  if (kind === 'matched') {
    const person = found?.find(({ id }) => id === fields.typed('person'))
    if (found === null) return fields.problem('text', 'Find who it is, then select them')
    return person === undefined
      ? fields.problem('person', 'Select who it is')
      : { answer: kind, personId: person.id }
  }
  if (kind === 'team_found') {
    const team = choices.teams.find(one => `${one.kind}:${one.teamId}` === fields.typed('team'))
    return team === undefined
      ? fields.problem('team', 'Select the team to tell')
      : { answer: kind, kind: team.kind, teamId: team.teamId }
  }
  if (kind !== 'sent_on') return { answer: kind }
  const council = choices.councils.find(({ id }) => id === fields.typed('council'))
  return council === undefined
    ? fields.problem('council', 'Select the council')
    : { answer: kind, councilId: council.id }
}

/** `/attendances/:attendanceId/questions/:questionId`: one question, answered by the team that was asked. */
export const questionRoutes = [
  route({ ...common, method: 'GET', summary: 'A question about a visit to hospital', handle: open }),
  route({
    ...common,
    method: 'POST',
    summary: 'Answers a question about a visit to hospital',
    handle: answer,
  }),
]
