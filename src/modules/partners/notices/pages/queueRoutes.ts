import { z } from 'zod'
import { Fields, uuidParam } from '#modules/casework'
import { formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import { button, formatDateTime, type Html, html, select } from '#ui'
import { childrenOf, kindWords, toldOf } from '../../told/kinds.ts'
import { answerQuestion, answerWords, type QuestionAnswer } from '../commands/markRead.ts'
import { type WaitingQuestion, waitingQuestions } from '../queries/questions.ts'
import { whoLine } from './toldHtml.ts'

const params = z.object({ questionId: uuidParam })
const common = { admits: ['practitioner'], purpose: 'front_door' } as const

export const reasonWords: Readonly<Record<WaitingQuestion['reason'], string>> = {
  no_match: 'Nobody of the record fits',
  many_matches: 'Somebody of the record may be the child: look who it is',
  no_school: 'No school can be told',
  school_differs: 'The police name another school than the record: the one on the record was told',
  sensitive: 'No school was told: decide who should know',
}

async function queue({ work, form }: Visit<unknown, unknown, unknown>): Promise<Reply> {
  const all = await waitingQuestions(work)
  return {
    kind: 'page',
    title: 'Questions about notices',
    current: '/partner-notices',
    back: '/partner-notices',
    content: html`<h1 class="govuk-heading-l">Questions about notices</h1>
<p class="govuk-body">${all.length} ${all.length === 1 ? 'waits' : 'wait'}${all[0] ? `, the oldest since ${formatDateTime(all[0].openedAt)}` : ''}. Each stays until somebody answers it.</p>
${all.map(one => card(one, html`${formFields(form)}`))}`,
    shown:
      all.length === 0
        ? 'nothing'
        : { resource: 'partner_notices', subjectIds: all.map(({ noticeId }) => noticeId), action: 'list' },
  }
}

function card(one: WaitingQuestion, keys: Html): Html {
  const child = childrenOf(toldOf(one.kind, one.told))[one.place]
  return html`<h2 class="govuk-heading-m">${reasonWords[one.reason]}: ${one.reference}</h2>
<p class="govuk-body">${kindWords[one.kind]} of ${one.source}${child === undefined ? '' : `: ${whoLine(child)}`}. Owned by ${one.team}, waits since ${formatDateTime(one.openedAt)}. <a class="govuk-link" href="/partner-notices/${one.noticeId}">Notice ${one.reference}</a></p>
<form method="post" action="/partner-notices/queue/${one.id}">${keys}
${select({ name: 'answer', id: `answer-${one.id}`, label: { text: `Answer to ${reasonWords[one.reason].toLowerCase()}, ${one.reference}` }, items: Object.entries(answerWords).map(([value, text]) => ({ value, text })) })}
${button({ html: html`Answer<span class="govuk-visually-hidden"> ${reasonWords[one.reason].toLowerCase()}, ${one.reference}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

async function answer({
  work,
  params: { questionId },
  sent,
}: Visit<z.infer<typeof params>, unknown, unknown>): Promise<Reply> {
  const fields = new Fields(sent)
  const chosen = fields.choice('answer', Object.keys(answerWords) as QuestionAnswer[], 'Select an answer')
  const note = fields.text('note', 2_000)
  if (chosen === null || !(await answerQuestion(work, questionId, { answer: chosen, note }))) return notFound
  return { kind: 'redirect', location: '/partner-notices/queue', success: 'Kept: your answer' }
}

/** `/partner-notices/queue`: what nobody could decide by rule, for the team that owns it. */
export const queueRoutes = [
  route({
    ...common,
    method: 'GET',
    url: '/partner-notices/queue',
    summary: 'What no rule could decide about notices of police and schools',
    handle: queue,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/partner-notices/queue/:questionId',
    params,
    summary: 'Answers a question about a notice',
    handle: answer,
  }),
]
