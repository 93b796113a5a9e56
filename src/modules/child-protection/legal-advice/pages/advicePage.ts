import { type FoundWorker, findWorkerForm, workerRadios } from '#modules/casework'
import type { PersonSummary } from '#modules/people'
import { type FormKeys, formFields, versionField } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  errorsAbove,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  insetText,
  nothing,
  plural,
  summaryList,
} from '#ui'
import type { Advice } from '../queries/readAdvice.ts'

/** Everything that the page shows. */
export type AdviceView = {
  readonly advice: Advice
  /** Of the children whom the reader may know of. */
  readonly people: readonly PersonSummary[]
  readonly names: ReadonlyMap<Uuid, string>
  readonly meId: Uuid
  readonly mayChange: boolean
  readonly find: string | undefined
  readonly found: readonly FoundWorker[]
  readonly errors: FieldErrors
  /** What this reader wanted when somebody else changed the list. */
  readonly wanted: string | undefined
  readonly keys: FormKeys
}

export function advicePage(view: AdviceView): Html {
  const { advice, people, names, errors, wanted } = view
  const hidden = advice.personIds.length - people.length
  const about = [
    ...people.map(({ displayName }) => displayName),
    ...(hidden > 0 ? [`${plural(hidden, 'child', 'children')} outside your work`] : []),
  ]
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return html`${errorsAbove(errors)}
${wanted === undefined ? nothing : insetText({ text: `You wanted ${wanted}. Somebody else changed the list meanwhile: it stands below as it is now, and nothing of yours was done. Do it again if it is still right.` })}
<h1 class="govuk-heading-l">Legal advice</h1>
<p class="govuk-body"><strong>Privileged: do not copy it into the record, a letter or a report.</strong></p>
${summaryList({
  rows: [
    row('About', about.join(', ')),
    row('Matter', advice.matter),
    row('Given by', advice.givenBy),
    row('Given on', formatDate(advice.givenOn)),
    row('Recorded by', names.get(advice.authorId) ?? 'Somebody'),
  ],
})}
<h2 class="govuk-heading-m">The advice</h2>
<div class="govuk-body kith-typed">${advice.advice}</div>
${readers(view)}`
}

function readers(view: AdviceView): Html {
  const { advice, names, mayChange, find, found, errors, keys } = view
  const path = `/legal-advice/${advice.id}`
  return html`<h2 class="govuk-heading-m">Who may read it</h2>
<ul class="govuk-list">${advice.readerIds.map(id => html`<li>${names.get(id) ?? 'Somebody'}${removal(view, id)}</li>`)}</ul>
<p class="govuk-body">${advice.readerIds.includes(advice.authorId) ? 'Nobody else sees that it is there.' : `Besides them ${names.get(advice.authorId) ?? 'its author'}, who recorded it. Nobody else sees that it is there.`}</p>
${
  mayChange
    ? html`<h2 class="govuk-heading-m">Let somebody else read it</h2>
${findWorkerForm(path, find)}
${
  find?.trim()
    ? html`<form method="post" action="${path}/readers?${new URLSearchParams({ find }).toString()}" novalidate>
${formFields(keys)}${versionField(String(advice.version))}<input type="hidden" name="change" value="add">
${workerRadios(found, find, errors)}
${found.length > 0 ? button({ text: 'Let them read it', preventDoubleClick: true }) : nothing}
</form>`
    : nothing
}`
    : nothing
}`
}

function removal({ advice, names, mayChange, meId, keys }: AdviceView, id: Uuid): Html {
  if (!mayChange || id === meId) return nothing
  return html`<form method="post" action="/legal-advice/${advice.id}/readers">
${formFields(keys)}${versionField(String(advice.version))}<input type="hidden" name="change" value="remove"><input type="hidden" name="worker" value="${id}">
${button({ html: html`Take off the list<span class="govuk-visually-hidden"> ${names.get(id) ?? 'somebody'}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-1', preventDoubleClick: true })}
</form>`
}
