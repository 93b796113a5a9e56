import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import { type CopyContent, copyToKeep } from '#modules/child-protection'
import { dropDraft, SAVE_DRAFT, saveDraft } from '#platform/drafts'
import type { Uuid } from '#platform/ids'
import { type FieldErrors, fieldErrors } from '#ui'
import { keepAnswers, noteOpened } from '../../commands/keepAnswers.ts'
import { type DraftedForm, keepForLater, openForm } from '../../draftedForm.ts'
import { LONGEST, textOf } from '../../fields.ts'
import { absent, inside, type PortalReply, type PortalVisit } from '../../portalRoute.ts'
import { readAnswers } from '../../queries/readAnswers.ts'
import { readCopy } from '../../queries/readCopies.ts'
import { readAnswer } from './answerFields.ts'
import { copyPage } from './page.ts'
import { planPage } from './planPage.ts'

const params = z.object({ copyId: uuidParam })
type CopyVisit = PortalVisit<{ copyId: Uuid }>

const formKey = (copyId: Uuid) =>
  ({ form: 'answer', recordKey: copyId, action: `/copies/${copyId}` }) as const

async function show(
  visit: CopyVisit,
  content: CopyContent,
  form: DraftedForm,
  errors: FieldErrors,
): Promise<PortalReply> {
  const { copyId } = visit.params
  return {
    kind: 'page',
    title: errors.list.length > 0 ? 'Say something first' : 'Something to read',
    status: errors.list.length > 0 ? 422 : 200,
    hasErrors: errors.list.length > 0,
    back: '/',
    copyId,
    content: copyPage({
      id: copyId,
      content,
      said: await readAnswers(visit.work, copyId),
      readsAs: visit.session.readsAs,
      form,
      keys: visit.form,
      errors,
    }),
    shown: { resource: 'paper_copy', rowIds: [copyId] },
  }
}

const read = inside({
  method: 'GET',
  url: '/copies/:copyId',
  params,
  async handle(visit) {
    const { work } = visit
    const { copyId } = visit.params
    const content = await readCopy(work, copyId)
    if (content === null) return absent
    await noteOpened(work, copyId)
    return show(visit, content, await openForm(work, formKey(copyId)), fieldErrors([]))
  },
})

const plan = inside({
  method: 'GET',
  url: '/copies/:copyId/plan',
  params,
  async handle({ work, params: { copyId } }) {
    const content = await readCopy(work, copyId)
    if (content === null) return absent
    await noteOpened(work, copyId)
    return {
      kind: 'page',
      title: 'On one page',
      back: '/',
      copyId,
      content: planPage(copyId, content),
      shown: { resource: 'paper_copy', rowIds: [copyId] },
    }
  },
})

/** The copy as a file to keep, in the usual size or a large one. */
const keep = inside({
  method: 'GET',
  url: '/copies/:copyId/keep',
  params,
  async handle({ work, params: { copyId }, query }) {
    const content = await readCopy(work, copyId)
    if (content === null) return absent
    await noteOpened(work, copyId)
    const isLarge = query['size'] === 'large'
    return {
      kind: 'file',
      fileName: isLarge ? 'to-keep-large' : 'to-keep',
      mediaType: 'application/pdf',
      make: copyToKeep(content, { isLarge, today: work.today }),
      shown: { resource: 'paper_copy', rowIds: [copyId], action: 'export' },
    }
  },
})

const answer = inside({
  method: 'POST',
  url: '/copies/:copyId',
  params,
  async handle(visit) {
    const { work, sent, params } = visit
    const key = formKey(params.copyId)
    const content = await readCopy(work, params.copyId)
    if (content === null) return absent
    if (SAVE_DRAFT in sent) return keepForLater(work, key, sent, key.action)
    const answers = readAnswer(content, sent)
    const problem = problemOf(content, sent, answers.length)
    if (problem !== null) {
      await saveDraft(work, key.form, key.recordKey, sent)
      const form = { ...(await openForm(work, key)), values: sent }
      return show(visit, content, form, fieldErrors([problem], [], { answer: 'answer' }))
    }
    await keepAnswers(work, params.copyId, answers)
    await dropDraft(work, key.form, key.recordKey)
    return {
      kind: 'redirect',
      location: '/',
      success: 'Thank you. We kept what you said, word for word, and told your worker.',
    }
  },
})

function problemOf(content: CopyContent, sent: CopyVisit['sent'], count: number) {
  const fields = [
    'own_words',
    'wants',
    ...[...content.parts, ...content.planLines].map(({ number }) => `words-${number}`),
  ]
  const long = fields.find(name => textOf(sent, name).length > LONGEST)
  if (long !== undefined) return { path: [long], message: 'This is very long. Send it in two parts' }
  return count === 0
    ? { path: ['answer'], message: 'Choose an answer or write something, then send it' }
    : null
}

export const copyRoutes = [read, plan, keep, answer]
