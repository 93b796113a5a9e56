import { copiedWordsHtml, copyHeldHtml, languages, shareWays, shareWords } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  checkboxes,
  dateFields,
  details,
  errorsAbove,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  nothing,
  plural,
  radios,
  select,
  warningText,
} from '#ui'
import { answerForm } from './answerForm.ts'
import { copyAddress, insteadOfLines, type PlainView } from './plainView.ts'

const HARDEST = 12 // years of age: guidance for public text asks for about nine, and accepts eleven for hard matters

/** What the family is given: what, who and by when, in short lines, with what to make simpler first. */
export function plainPage(
  view: PlainView,
  today: Temporal.PlainDate,
  errors: FieldErrors,
  keys: FormKeys,
  isPast: boolean,
): Html {
  const path = `/people/${view.personId}/plan/plain`
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">The plan in plain words</h1>
${readingAdvice(view)}
${view.parts.length === 0 ? html`<p class="govuk-body">The plan has no open outcome yet.</p>` : html`<div class="govuk-!-margin-bottom-7">${view.parts.map(part => partOf(view, part))}</div>`}
${view.mayWrite && !isPast ? copyForm(view, path) : nothing}
${view.mayWrite && !isPast && view.recipient ? shareForm(view, today, errors, keys) : nothing}
${sharesList(view, keys, isPast)}`
}

function readingAdvice({ age, hard, mayWrite }: PlainView): Html {
  if (!mayWrite || age === null) return nothing
  const words = hard.map(({ word, instead }) =>
    instead ? html`<li>${word}: try “${instead}”</li>` : html`<li>${word}: a long word</li>`,
  )
  return html`<div class="kith-no-print"><p class="govuk-body">Most people can read this from about ${age} years of age.${age > HARDEST ? ' Shorter sentences and shorter words would help.' : ''}</p>
${hard.length > 0 ? details({ summaryText: `${plural(hard.length, 'word')} that could be simpler`, html: html`<ul class="govuk-list govuk-list--bullet">${words}</ul>` }) : nothing}</div>`
}

function partOf({ leftOut }: PlainView, part: PlainView['parts'][number]): Html {
  const shown = part.lines.filter(({ actionId }) => !leftOut.has(actionId))
  const instead = insteadOfLines(part)
  return html`<h2 class="govuk-heading-m">${part.outcome}</h2>
${shown.length > 0 ? html`<ul class="govuk-list govuk-list--bullet">${shown.map(line => html`<li>${line.what}. ${line.who}, by ${formatDate(line.byWhen)}.</li>`)}</ul>` : nothing}
${instead === '' ? nothing : html`<p class="govuk-body">${instead}</p>`}`
}

function copyForm(view: PlainView, path: string): Html {
  const lines = view.parts.flatMap(part => part.lines)
  return html`<form method="get" action="${path}" class="kith-no-print">
<h2 class="govuk-heading-m">A copy for somebody</h2>
${select({
  name: 'for',
  label: { text: 'For whom?', classes: 'govuk-label--s' },
  items: view.recipients.map(({ id, displayName }) => ({ value: id, text: displayName })),
  value: view.recipient?.id,
})}
${
  lines.length > 0
    ? details({
        summaryText: 'Leave something out of this copy',
        open: view.leftOut.size > 0,
        html: checkboxes({
          name: 'leave',
          classes: 'govuk-checkboxes--small',
          fieldset: {
            legend: {
              text: 'Leave out what this person must not know of',
              classes: 'govuk-fieldset__legend--s',
            },
          },
          items: lines.map(({ actionId, what, who }) => ({ value: actionId, text: `${what}: ${who}` })),
          values: [...view.leftOut],
        }),
      })
    : nothing
}
${button({ text: 'Make the copy', classes: 'govuk-button--secondary' })}
</form>`
}

function shareForm(view: PlainView, today: Temporal.PlainDate, errors: FieldErrors, keys: FormKeys): Html {
  const { recipient, personId, faults } = view
  if (recipient === null || faults === null) return nothing
  if (faults.hits.length > 0) return copyHeldHtml(faults)
  const query = copyAddress(view)
  return html`<div class="kith-no-print">
<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/plan/plain.pdf?${query}">Download the copy for ${recipient.displayName} (PDF)</a></p>
<form method="post" action="/people/${personId}/plan/shares?${query}" novalidate>
${formFields(keys)}
<h2 class="govuk-heading-m">It was shared with ${recipient.displayName}</h2>
${warningText({ text: 'Check that this person may know everything on the copy, and how to reach them safely' })}
${dateFields({ name: 'shared', legend: 'When?', value: today, error: errors.of('shared') })}
${radios({
  name: 'how',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'How?', classes: 'govuk-fieldset__legend--s' } },
  items: shareWays.map(way => ({ value: way, text: shareWords[way] })),
  errorMessage: errors.of('how'),
})}
${copiedWordsHtml(faults, errors)}
${select({ name: 'lang', label: { text: 'In which language was it read or explained?', classes: 'govuk-label--s' }, items: languages, value: 'en' })}
${button({ text: 'Record that it was shared', preventDoubleClick: true })}
</form></div>`
}

function sharesList(view: PlainView, keys: FormKeys, isPast: boolean): Html {
  return html`<h2 class="govuk-heading-m">Who has it</h2>
${
  view.shares.length === 0
    ? html`<p class="govuk-body">Nobody of the family has been given this plan yet.</p>`
    : view.shares.map(
        share => html`<h3 class="govuk-heading-s">${share.recipientName}, ${formatDate(share.sharedOn)}</h3>
<p class="govuk-body">${shareWords[share.how]}.${share.heardOn ? ` ${answerWords(share)}` : ''}</p>
${share.words ? html`<blockquote class="govuk-inset-text kith-typed">${share.words}</blockquote>` : nothing}
${view.mayWrite && !isPast ? answerForm(view.personId, share, keys) : nothing}`,
      )
}`
}

function answerWords({ understood, agrees }: PlainView['shares'][number]): string {
  const understands = {
    yes: 'Understands the plan',
    partly: 'Understands part of the plan',
    no: 'Does not understand the plan',
  }
  const agreement = { yes: 'agrees with it', partly: 'agrees with part of it', no: 'disagrees with it' }
  return `${understood ? understands[understood] : ''}, ${agrees ? agreement[agrees] : ''}.`
}
