import type { CopyContent } from '#modules/child-protection'
import { checkboxes, type Html, html, nothing, radios, textarea } from '#ui'
import type { ReadsAs } from '../../../keys/sessions.ts'
import type { Answer } from '../../commands/keepAnswers.ts'
import { isTicked, saidIn, textOf, type Values } from '../../fields.ts'

/** Agree, do not agree, or say something, of one numbered part or line. */
export function lineFields(number: number, what: string, values: Values): Html {
  const name = `line-${number}`
  return html`${radios({
    name,
    value: textOf(values, name),
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: {
      legend: {
        html: html`What do you think of this?<span class="govuk-visually-hidden"> (${what})</span>`,
        classes: 'govuk-fieldset__legend--s',
      },
    },
    items: [
      { value: 'agrees', text: 'I agree' },
      { value: 'disagrees', text: 'I do not agree' },
    ],
  })}
${textarea({
  name: `words-${number}`,
  label: {
    html: html`What do you want to say about it?<span class="govuk-visually-hidden"> (${what})</span>`,
  },
  rows: 2,
  value: textOf(values, `words-${number}`),
})}`
}

/** What is said of the whole: own words, the meeting, help, whether it was understood. */
export function wholeFields(content: CopyContent, readsAs: ReadsAs, values: Values): Html {
  return html`<h2 class="govuk-heading-m">About all of it</h2>
${radios({
  name: 'understood',
  value: textOf(values, 'understood'),
  classes: 'govuk-radios--inline',
  fieldset: { legend: { text: 'Do you understand it?', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'understood', text: 'Yes' },
    { value: 'not_understood', text: 'Not all of it. I want somebody to explain it' },
  ],
})}
${textarea({ name: 'own_words', label: { text: readsAs === 'adult' ? 'In your own words: what should we know?' : 'What do you want to tell us?' }, hint: { text: 'We keep it word for word.' }, rows: 5, value: textOf(values, 'own_words') })}
${content.meeting === null ? nothing : textarea({ name: 'wants', label: { text: 'What do you want from the meeting?' }, rows: 3, value: textOf(values, 'wants') })}
${checkboxes({
  name: 'help',
  fieldset: { legend: { text: 'Do you want help?', classes: 'govuk-fieldset__legend--s' } },
  items: [
    {
      value: 'advocate',
      text: 'I want somebody on my side to help me say what I think',
      checked: isTicked(values, 'help', 'advocate'),
    },
    { value: 'interpreter', text: 'I need an interpreter', checked: isTicked(values, 'help', 'interpreter') },
  ],
})}`
}

/** What was answered, as it is kept: one row for each thing said. */
export function readAnswer(content: CopyContent, sent: Values): readonly Answer[] {
  const numbers = [...content.parts, ...content.planLines].map(({ number }) => number)
  const lines = numbers.flatMap((number): Answer[] => {
    const chosen = textOf(sent, `line-${number}`)
    const words = saidIn(sent, `words-${number}`)
    if (chosen === 'agrees' || chosen === 'disagrees') return [{ kind: chosen, part: number, words }]
    return words === null ? [] : [{ kind: 'comment', part: number, words }]
  })
  const understood = textOf(sent, 'understood')
  const ownWords = saidIn(sent, 'own_words')
  const wants = saidIn(sent, 'wants')
  const whole = (kind: Answer['kind'], words: string | null = null): Answer => ({ kind, part: null, words })
  return [
    ...lines,
    ...(understood === 'understood' || understood === 'not_understood' ? [whole(understood)] : []),
    ...(ownWords === null ? [] : [whole('own_words', ownWords)]),
    ...(wants === null ? [] : [whole('wants_from_meeting', wants)]),
    ...(isTicked(sent, 'help', 'advocate') ? [whole('wants_advocate')] : []),
    ...(isTicked(sent, 'help', 'interpreter') ? [whole('wants_interpreter')] : []),
  ]
}
