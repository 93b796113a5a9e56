import { buttonForm } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  errorsAbove,
  type FieldErrors,
  formatDateTime,
  type Html,
  html,
  nothing,
  textarea,
  warningText,
} from '#ui'
import { saidWords } from '../../../portal/words/portalWords.ts'
import type { Alarm, ChildWord, FamilyAnswer } from '../../queries/wordsOf.ts'

export type WordsView = {
  readonly childId: Uuid
  readonly words: readonly ChildWord[]
  readonly answers: readonly FamilyAnswer[]
  readonly alarms: readonly Alarm[]
  readonly people: ReadonlyMap<Uuid, string>
  readonly mayWrite: boolean
  readonly errors: FieldErrors
  readonly keys: FormKeys
}

/** What a child and their family said at the portal, word for word; what nobody has answered stands first. */
export function wordsPage(view: WordsView): Html {
  return html`${errorsAbove(view.errors)}<h1 class="govuk-heading-l">What the family has said</h1>
<p class="govuk-body"><a class="govuk-link" href="/people/${view.childId}/family-access">Who may sign in</a></p>
${view.alarms.map(alarm => alarmHtml(view, alarm))}
<h2 class="govuk-heading-m">On the child’s own page</h2>
${view.words.length === 0 ? html`<p class="govuk-body">Nothing yet.</p>` : view.words.map(word => wordHtml(view, word))}
<h2 class="govuk-heading-m">About what they were given</h2>
${view.answers.length === 0 ? html`<p class="govuk-body">Nothing yet.</p>` : html`<ul class="govuk-list govuk-list--spaced">${view.answers.map(answer => answerHtml(view, answer))}</ul>`}`
}

const nameOf = (view: WordsView, id: Uuid): string => view.people.get(id) ?? 'Somebody whom you do not see'

function alarmHtml(view: WordsView, alarm: Alarm): Html {
  const name = `because-${alarm.id}`
  const said = html`${nameOf(view, alarm.of)} pressed “I can see something I should not” on ${formatDateTime(alarm.at)}.${alarm.hasCopy ? ' The copy is hidden from them until this is answered.' : ''}${alarm.words === null ? nothing : html` They wrote: <span class="kith-portal-words">${alarm.words}</span>`}`
  if (alarm.settledAt !== null)
    return html`<p class="govuk-body">${said} Answered on ${formatDateTime(alarm.settledAt)}: ${alarm.settledBecause}</p>`
  return html`${warningText({ html: said, iconFallbackText: 'Warning' })}
${
  view.mayWrite
    ? html`<form method="post" action="/people/${view.childId}/family-words/alarms/${alarm.id}" novalidate>${formFields(view.keys)}
${textarea({ name, label: { text: 'What you found, and what you did' }, hint: { text: 'If the copy holds what it should not, withdraw it first: answering shows it again.' }, rows: 3, errorMessage: view.errors.of(name) })}
${button({ text: 'It has been looked at', preventDoubleClick: true })}</form>`
    : nothing
}`
}

function wordHtml(view: WordsView, word: ChildWord): Html {
  return html`<div class="govuk-inset-text">
<p class="govuk-body">${formatDateTime(word.saidAt)}${word.feeling === null ? nothing : html`, feeling <strong>${word.feeling} out of 10</strong>`}${word.wantsACall ? html`, <strong>wants to be talked to</strong>` : nothing}</p>
${word.words === null ? nothing : html`<p class="govuk-body kith-portal-words">${word.words}</p>`}
${
  word.heardAt !== null
    ? html`<p class="govuk-body-s">Read ${formatDateTime(word.heardAt)}</p>`
    : view.mayWrite
      ? buttonForm(
          `/people/${view.childId}/family-words/${word.id}/heard`,
          html`I have read this<span class="govuk-visually-hidden">, written ${formatDateTime(word.saidAt)}</span>`,
          view.keys,
        )
      : html`<p class="govuk-body-s">Not read yet</p>`
}
</div>`
}

const answerHtml = (view: WordsView, answer: FamilyAnswer): Html =>
  html`<li>${nameOf(view, answer.by)}, ${formatDateTime(answer.at)}${answer.part === null ? nothing : html`, number ${answer.part}`}: <strong>${saidWords[answer.kind] ?? answer.kind}</strong>${answer.words === null ? nothing : html`<div class="kith-portal-words">${answer.words}</div>`}</li>`
