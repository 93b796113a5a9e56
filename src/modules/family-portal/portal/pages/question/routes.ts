import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import { dropDraft, SAVE_DRAFT, saveDraft } from '#platform/drafts'
import { type FieldErrors, fieldErrors, html } from '#ui'
import { answerQuestion } from '../../commands/answerQuestion.ts'
import { keepForLater, openForm } from '../../draftedForm.ts'
import { isTicked, LONGEST, saidIn, textOf, type Values } from '../../fields.ts'
import { absent, inside, type PortalReply } from '../../portalRoute.ts'
import { readQuestions } from '../../queries/readQuestions.ts'
import { questionPage } from './page.ts'

const params = z.object({ questionId: uuidParam })

const keyOf = (id: string) => ({ form: 'question', recordKey: id, action: `/questions/${id}` }) as const

const read = inside({
  method: 'GET',
  url: '/questions/:questionId',
  params,
  async handle({ work, params, session, form }) {
    const question = (await readQuestions(work)).find(({ id }) => id === params.questionId)
    if (question === undefined) return absent
    const drafted = await openForm(work, keyOf(params.questionId))
    return {
      kind: 'page',
      title: 'A question',
      back: '/',
      content: questionPage(question, session.readsAs, drafted, form, fieldErrors([])),
      shown: { resource: 'family_feedback', rowIds: [params.questionId] },
    }
  },
})

const answer = inside({
  method: 'POST',
  url: '/questions/:questionId',
  params,
  async handle({ work, params, session, form, sent }) {
    const key = keyOf(params.questionId)
    const question = (await readQuestions(work)).find(({ id }) => id === params.questionId)
    if (question === undefined) return absent
    if (SAVE_DRAFT in sent) return keepForLater(work, key, sent, key.action)
    const { mark, words, wouldRatherNot, problem } = saidOf(sent)
    if (problem !== null) {
      await saveDraft(work, key.form, key.recordKey, sent)
      const drafted = { ...(await openForm(work, key)), values: sent }
      const errors: FieldErrors = fieldErrors([{ path: ['words'], message: problem }])
      return {
        kind: 'page',
        status: 422,
        title: 'A question',
        hasErrors: true,
        back: '/',
        content: questionPage(question, session.readsAs, drafted, form, errors),
        shown: { resource: 'family_feedback', rowIds: [params.questionId] },
      }
    }
    if (!(await answerQuestion(work, { questionId: params.questionId, mark, words, wouldRatherNot })))
      return answeredMeanwhile(words)
    await dropDraft(work, key.form, key.recordKey)
    return {
      kind: 'redirect',
      location: '/',
      success: 'Thank you. The people who work with you will read it.',
    }
  },
})

/** What was sent, or what is wrong with it: nothing is guessed from an empty form. */
function saidOf(sent: Values) {
  const typed = textOf(sent, 'mark')
  const mark = /^[1-5]$/.test(typed) ? Number(typed) : null
  const words = saidIn(sent, 'words')
  const wouldRatherNot = isTicked(sent, 'not', 'yes')
  const said = { mark, words, wouldRatherNot }
  if (wouldRatherNot && (mark !== null || words !== null))
    return { ...said, problem: 'You said something, and that you would rather not. Keep one of the two' }
  if (!wouldRatherNot && mark === null && words === null)
    return { ...said, problem: 'Choose a number, write something, or tick the box' }
  if ((words?.length ?? 0) > LONGEST) return { ...said, problem: 'This is very long. Please make it shorter' }
  return { ...said, problem: null }
}

/** Answered in another window since: what was written here is given back. */
const answeredMeanwhile = (words: string | null): PortalReply => ({
  kind: 'page',
  status: 409,
  title: 'You have answered',
  back: '/',
  shown: 'nothing',
  content: html`<h1 class="govuk-heading-l">You have answered already</h1>
<p class="govuk-body">We have the answer from your other window.${words === null ? '' : ' This is what you wrote here:'}</p>
<p class="govuk-body kith-portal-words">${words ?? ''}</p>`,
})

export const questionRoutes = [read, answer]
