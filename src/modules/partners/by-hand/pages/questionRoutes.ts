import { z } from 'zod'
import { Fields, uuidParam } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { errorsAbove, type FormIssue, fieldErrors, formatDateTime, html, nothing } from '#ui'
import { whoLine } from '../../notices/pages/toldHtml.ts'
import { councilsToday, type NoticeQuestion, noticeQuestion } from '../../notices/queries/questions.ts'
import { kindWords } from '../../told/kinds.ts'
import { answerNotice, saySentOn, undoMatch, waysOfSending } from '../answerNotice.ts'
import { asksWho, childIn, reasonWords } from '../answerWords.ts'
import { candidatesFor } from '../candidates.ts'
import { chosenOf } from './chosenOf.ts'
import { decidedHtml } from './decidedHtml.ts'
import { questionForm } from './questionForm.ts'

const params = z.object({ questionId: uuidParam })
type QuestionVisit = Visit<z.infer<typeof params>, unknown, unknown>
const url = '/partner-notices/queue/:questionId'
const common = { admits: ['practitioner'], purpose: 'front_door', params } as const
const NOTE = 2_000
const names = ['text', 'person', 'answer', 'council', 'note', 'because', 'how', 'notShared']

async function show(
  { work, sent, form }: QuestionVisit,
  question: NoticeQuestion,
  { issues = [], status }: { readonly issues?: readonly FormIssue[]; readonly status?: number } = {},
): Promise<Reply> {
  const fields = new Fields(sent)
  const typed = (name: string): string => fields.typed(name)
  const isOpen = question.answer === null
  const found = isOpen && asksWho(question) ? await candidates(work, question, typed('text')) : []
  const errors = fieldErrors(issues, names)
  const child = childIn(question)
  const page = { question, found, typed, form, errors }
  return {
    kind: 'page',
    title: 'A question about a notice',
    current: '/partner-notices',
    back: '/partner-notices/queue',
    hasErrors: issues.length > 0,
    status: status ?? (issues.length > 0 ? 422 : 200),
    content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">${reasonWords[question.reason]}</h1>
${status === 409 ? html`<p class="govuk-body"><strong>A colleague was first. Yours was not saved.</strong>${typed('note') === '' ? nothing : html` Your words were: “${typed('note')}”`}</p>` : nothing}
<p class="govuk-body">${question.source} told: ${child === null ? 'nobody by name' : whoLine(child)}. <a class="govuk-link" href="/partner-notices/${question.noticeId}">${kindWords[question.kind]} ${question.reference}</a>. Owned by ${question.team}, waits since ${formatDateTime(question.openedAt)}.</p>
${question.undoneAt === null ? nothing : html`<p class="govuk-body">A match was taken back by ${question.undoneBy ?? 'somebody'}, ${formatDateTime(question.undoneAt)}: “${question.undoneBecause ?? ''}”</p>`}
${isOpen ? questionForm({ ...page, councils: await councilsToday(work) }) : decidedHtml(page)}`,
    shown: {
      resource: 'partner_notice',
      subjectIds: [question.noticeId, ...found.flatMap(one => (one.held ? [one.person.id] : []))],
    },
  }
}

const candidates = (work: QuestionVisit['work'], question: NoticeQuestion, text: string) =>
  candidatesFor(work, childIn(question), text.trim().slice(0, 200) || null)

async function open(visit: QuestionVisit): Promise<Reply> {
  const question = await noticeQuestion(visit.work, visit.params.questionId)
  return question === null ? notFound : show(visit, question)
}

async function answer(visit: QuestionVisit): Promise<Reply> {
  const {
    work,
    params: { questionId },
    sent,
  } = visit
  const question = await noticeQuestion(work, questionId)
  if (question === null) return notFound
  if (question.answer !== null) return show(visit, question, { status: 409 })
  if (sent['step'] === 'find') return show(visit, question)
  const fields = new Fields(sent)
  const found = asksWho(question) ? await candidates(work, question, fields.typed('text')) : []
  const said = chosenOf(fields, { question, found, councils: await councilsToday(work) })
  if (said === null || fields.issues.length > 0) return show(visit, question, { issues: fields.issues })
  const outcome = await answerNotice(work, questionId, said)
  if (outcome === 'not_found') return notFound
  const now = await noticeQuestion(work, questionId)
  if (outcome === 'answered') return now === null ? notFound : show(visit, now, { status: 409 })
  const location =
    said.answer === 'sent_on' ? `/partner-notices/queue/${questionId}` : '/partner-notices/queue'
  return { kind: 'redirect', location, success: 'Kept: your answer' }
}

async function undo(visit: QuestionVisit): Promise<Reply> {
  const {
    work,
    params: { questionId },
    sent,
  } = visit
  const question = await noticeQuestion(work, questionId)
  if (question === null) return notFound
  const fields = new Fields(sent)
  const because = fields.text('because', NOTE, 'Enter why the match is wrong')
  if (because === null) return show(visit, question, { issues: fields.issues })
  if (!(await undoMatch(work, questionId, because))) return show(visit, question, { status: 409 })
  return {
    kind: 'redirect',
    location: `/partner-notices/queue/${questionId}`,
    success: 'Taken back: the question waits again, and those who were told are told',
  }
}

async function sentOn(visit: QuestionVisit): Promise<Reply> {
  const {
    work,
    params: { questionId },
    sent,
  } = visit
  const question = await noticeQuestion(work, questionId)
  if (question === null) return notFound
  const fields = new Fields(sent)
  const how = fields.choice('how', waysOfSending, 'Select how it was sent')
  const notShared = fields.text('notShared', NOTE)
  if (how === null || fields.issues.length > 0) return show(visit, question, { issues: fields.issues })
  if (!(await saySentOn(work, questionId, { how, notShared }))) return show(visit, question, { status: 409 })
  return { kind: 'redirect', location: '/partner-notices/queue', success: 'Kept: it was sent on' }
}

/** `/partner-notices/queue/:questionId`: one question, decided by the team that was asked, and what is done about it afterwards. */
export const questionRoutes = [
  route({ ...common, method: 'GET', url, summary: 'A question about a notice', handle: open }),
  route({ ...common, method: 'POST', url, summary: 'Answers a question about a notice', handle: answer }),
  route({
    ...common,
    method: 'POST',
    url: `${url}/undo`,
    summary: 'Takes a match by hand back',
    handle: undo,
  }),
  route({
    ...common,
    method: 'POST',
    url: `${url}/sent`,
    summary: 'Says that a notice was sent on to another council',
    handle: sentOn,
  }),
]
