import { dropDraft, SAVE_DRAFT, saveDraft } from '#platform/drafts'
import type { FormKeys } from '#platform/http'
import {
  checkboxes,
  errorsAbove,
  type FieldErrors,
  fieldErrors,
  type Html,
  html,
  nothing,
  radios,
  textarea,
} from '#ui'
import { saidBefore, sayHowThingsAre } from '../../commands/sayHowThingsAre.ts'
import { type DraftedForm, draftedFormHtml, keepForLater, openForm } from '../../draftedForm.ts'
import { isTicked, LONGEST, saidIn, textOf } from '../../fields.ts'
import { absent, inside, type PortalVisit } from '../../portalRoute.ts'
import { dayWords, londonDay } from '../../words/portalWords.ts'
import { face, feelingWords } from './faces.ts'

const key = { form: 'how-i-am', recordKey: 'mine', action: '/how-i-am' } as const

const fields = ({ values }: DraftedForm, isChild: boolean): Html => html`${radios({
  name: 'feeling',
  value: textOf(values, 'feeling'),
  fieldset: { legend: { text: 'How do you feel today?', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: '0 is very bad. 10 is very good. You can leave it out.' },
  items: (isChild ? [0, 2, 4, 5, 6, 8, 10] : [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).map(feeling => ({
    value: `${feeling}`,
    html: html`${face(feeling)} ${feelingWords(feeling)}`,
    checked: textOf(values, 'feeling') === `${feeling}`,
  })),
})}
${textarea({ name: 'words', label: { text: isChild ? 'What do you want to say?' : 'What do you want to tell us?', classes: 'govuk-label--m' }, hint: { text: 'It can be good things or worries. You do not have to write.' }, rows: 5, value: textOf(values, 'words') })}
${checkboxes({
  name: 'call',
  items: [{ value: 'yes', text: 'I want my worker to talk to me', checked: isTicked(values, 'call', 'yes') }],
})}`

async function show(
  { work, session }: Pick<PortalVisit, 'work' | 'session'>,
  form: DraftedForm,
  keys: FormKeys,
  errors: FieldErrors,
) {
  const before = await saidBefore(work)
  return {
    kind: 'page',
    status: errors.list.length > 0 ? 422 : 200,
    title: 'How things are',
    hasErrors: errors.list.length > 0,
    back: '/',
    content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">How are things?</h1>
<p class="govuk-body">Your worker reads what you write here. If you are in danger now, ring 999. You can ring Childline on 0800 1111: it costs nothing.</p>
${draftedFormHtml(form, keys, fields(form, session.readsAs === 'child'), 'Send it')}
${
  before.length === 0
    ? nothing
    : html`<h2 class="govuk-heading-m">What you told us before</h2>
<ul class="govuk-list govuk-list--spaced">${before.map(
        one =>
          html`<li>${dayWords(londonDay(one.said_at))}: ${one.feeling === null ? nothing : html`${face(one.feeling)} ${one.feeling} out of 10. `}<span class="kith-portal-words">${one.words ?? ''}</span> ${one.heard_at === null ? 'Not read yet.' : 'Your worker has read it.'}</li>`,
      )}</ul>`
}`,
    shown: { resource: 'family_word', rowIds: [] },
  } as const
}

/** A child's own page. An adult has none: the same answer as for a page that is not there. */
const read = inside({
  method: 'GET',
  url: '/how-i-am',
  async handle(visit) {
    if (visit.session.readsAs === 'adult') return absent
    return show(visit, await openForm(visit.work, key), visit.form, fieldErrors([]))
  },
})

const say = inside({
  method: 'POST',
  url: '/how-i-am',
  async handle(visit) {
    const { work, sent, session } = visit
    if (session.readsAs === 'adult') return absent
    if (SAVE_DRAFT in sent) return keepForLater(work, key, sent, key.action)
    const feeling = /^(10|\d)$/.test(textOf(sent, 'feeling')) ? Number(textOf(sent, 'feeling')) : null
    const words = saidIn(sent, 'words')
    const wantsACall = isTicked(sent, 'call', 'yes')
    const problem =
      words === null && feeling === null && !wantsACall
        ? 'Choose a face, write something, or tick the box'
        : (words?.length ?? 0) > LONGEST
          ? 'This is very long. Send it in two parts'
          : null
    if (problem !== null) {
      await saveDraft(work, key.form, key.recordKey, sent)
      const form = { ...(await openForm(work, key)), values: sent }
      return show(visit, form, visit.form, fieldErrors([{ path: ['words'], message: problem }]))
    }
    await sayHowThingsAre(work, { words, feeling, wantsACall })
    await dropDraft(work, key.form, key.recordKey)
    return { kind: 'redirect', location: '/', success: 'Thank you for telling us. Your worker will read it.' }
  },
})

export const howIAmRoutes = [read, say]
