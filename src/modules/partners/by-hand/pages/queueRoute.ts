import { type Reply, route, type Visit } from '#platform/http'
import { denseTable, formatDateTime, type Html, html, nothing, tag } from '#ui'
import { whoLine } from '../../notices/pages/toldHtml.ts'
import {
  decidedQuestions,
  type NoticeQuestion,
  outstandingSendings,
  waitingQuestions,
} from '../../notices/queries/questions.ts'
import { kindWords } from '../../told/kinds.ts'
import { answerWords, childIn, reasonWords } from '../answerWords.ts'

async function queue({ work }: Visit<unknown, unknown, unknown>): Promise<Reply> {
  const [waiting, toSend, decided] = [
    await waitingQuestions(work),
    await outstandingSendings(work),
    await decidedQuestions(work),
  ]
  const all = [...waiting, ...toSend, ...decided]
  return {
    kind: 'page',
    title: 'Questions about notices',
    current: '/partner-notices',
    back: '/partner-notices',
    isWide: true,
    content: html`<h1 class="govuk-heading-l">Questions about notices</h1>
<p class="govuk-body">${waiting.length} ${waiting.length === 1 ? 'waits' : 'wait'}${waiting[0] ? `, the oldest since ${formatDateTime(waiting[0].openedAt)}` : ''}. Each stays until somebody answers it.</p>
${table('Wait for an answer', waiting, one => [{ text: reasonWords[one.reason] }, { html: age(one, work.now) }])}
${toSend.length === 0 ? nothing : table('To send on to another council', toSend, one => [{ text: one.council ?? '' }, { html: html`${tag({ text: 'Not sent', classes: 'govuk-tag--red' })}<br>since ${when(one.answeredAt)}` }])}
${decided.length === 0 ? nothing : table('Decided in the last four weeks', decided, one => [{ text: one.answer === null || one.answer === undefined ? '' : answerWords[one.answer] }, { html: html`${when(one.answeredAt)}<br>${one.answeredBy ?? ''}` }])}`,
    shown:
      all.length === 0
        ? 'nothing'
        : { resource: 'partner_notices', subjectIds: all.map(({ noticeId }) => noticeId), action: 'list' },
  }
}

const when = (at: Temporal.Instant | null): string => (at === null ? '' : formatDateTime(at))

function age({ openedAt, answerBefore }: NoticeQuestion, now: Temporal.Instant): Html {
  const hours = Math.floor(now.since(openedAt).total('hours'))
  const waits = hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`
  const isLate = answerBefore !== null && Temporal.Instant.compare(answerBefore, now) <= 0
  return html`${waits}${isLate ? html` ${tag({ text: 'Late', classes: 'govuk-tag--red' })}` : nothing}<br>since ${formatDateTime(openedAt)}`
}

type Cell = { readonly text: string } | { readonly html: Html }
const table = (
  caption: string,
  rows: readonly NoticeQuestion[],
  last: (one: NoticeQuestion) => readonly [Cell, Cell],
): Html =>
  rows.length === 0
    ? html`<p class="govuk-body">${caption}: none.</p>`
    : denseTable({
        caption,
        captionClasses: 'govuk-table__caption--m',
        head: ['Notice', 'Child', 'From', 'What', 'When'].map(text => ({ text })),
        rows: rows.map(one => {
          const child = childIn(one)
          return [
            {
              html: html`<a class="govuk-link" href="/partner-notices/queue/${one.id}">${one.reference}</a>`,
            },
            { text: child === null ? 'Nobody named' : whoLine(child) },
            { text: `${one.source}, ${kindWords[one.kind]}. Owned by ${one.team}` },
            ...last(one),
          ]
        }),
      })

/** `/partner-notices/queue`: what nobody could decide by rule, for the team that owns it; what is to go to other councils; what was decided. */
export const queueRoute = route({
  method: 'GET',
  url: '/partner-notices/queue',
  admits: ['practitioner'],
  purpose: 'front_door',
  summary: 'What no rule could decide about notices of police and schools',
  handle: queue,
})
