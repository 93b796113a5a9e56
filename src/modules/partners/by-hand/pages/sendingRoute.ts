import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { formatDateTime, html } from '#ui'
import { toldHtml } from '../../notices/pages/toldHtml.ts'
import { noticeQuestion } from '../../notices/queries/questions.ts'
import { kindWords } from '../../told/kinds.ts'

const params = z.object({ questionId: uuidParam })

/** The notice as it goes to another council: what its sender told, on what basis, and nothing of the county's record. */
async function open({
  work,
  params: { questionId },
}: Visit<z.infer<typeof params>, unknown, unknown>): Promise<Reply> {
  const question = await noticeQuestion(work, questionId)
  if (question === null || question.answer !== 'sent_on') return notFound
  return {
    kind: 'page',
    title: 'A notice for another council',
    current: '/partner-notices',
    back: `/partner-notices/queue/${questionId}`,
    content: html`<h1 class="govuk-heading-l">${kindWords[question.kind]}, for ${question.council ?? ''}</h1>
<p class="govuk-body">To ${question.councilContact ?? ''}. From ${question.team}. Our reference ${question.reference}, asked ${formatDateTime(question.openedAt)}.</p>
<p class="govuk-body">Purpose: safeguarding a child for whom your council is responsible. Basis: Children Act 1989 section 47 and Children Act 2004 section 11; UK GDPR article 6(1)(e), and Data Protection Act 2018 schedule 1 paragraph 18. The data is ${question.source}’s: what is wrong in it is corrected there.</p>
${toldHtml(question.kind, question.told)}
<p class="govuk-body">Nothing of this council’s own record is in this notice. Ring us for what we know.</p>`,
    shown: { resource: 'partner_notice', subjectIds: [question.noticeId], action: 'export' },
  }
}

/** `/partner-notices/queue/:questionId/notice`: to print, or to put into the secure mailbox. */
export const sendingRoute = route({
  method: 'GET',
  url: '/partner-notices/queue/:questionId/notice',
  admits: ['practitioner'],
  purpose: 'front_door',
  params,
  summary: 'A notice as it is sent on to another council',
  handle: open,
})
