import type { FormKeys } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  errorsAbove,
  type FieldErrors,
  formatDateTime,
  type Html,
  html,
  nothing,
  recordForm,
  textarea,
} from '#ui'
import type { PersonSummary } from '../../queries/personSummaries.ts'
import type { Candidate, Duplicates, NotSame } from '../queries/duplicatesOf.ts'

type DuplicatesPage = Duplicates & {
  readonly others: ReadonlyMap<Uuid, PersonSummary>
  readonly workers: ReadonlyMap<Uuid, string>
}

/** Other records that may be of the same person, each with why, and those of whom it is known that they are not. */
export function duplicatesPage(page: DuplicatesPage): Html {
  const { person, candidates, notSame } = page
  const { summary } = person
  return html`<h1 class="govuk-heading-l">Is ${summary.displayName} recorded twice?</h1>
${
  candidates.length === 0
    ? html`<p class="govuk-body">No other record that you may find looks like this one.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${candidates.map(row => candidate(summary.id, row))}</ul>`
}
${
  notSame.length === 0
    ? nothing
    : html`<h2 class="govuk-heading-m">Known to be somebody else</h2>
<ul class="govuk-list govuk-list--spaced">${notSame.map(row => apart(page, row))}</ul>`
}
${
  page.mergeIds.length === 0
    ? nothing
    : html`<h2 class="govuk-heading-m">Merges into this record</h2>
<ul class="govuk-list">${page.mergeIds.map((id, place) => html`<li><a class="govuk-link" href="/merges/${id}">Merge ${place + 1}</a></li>`)}</ul>`
}
<p class="govuk-body"><a class="govuk-link" href="/merges">Merges that wait for a manager</a></p>`
}

function candidate(personId: Uuid, { found, why, mayMerge }: Candidate): Html {
  const reasons = html`<br><span class="govuk-hint">${why.join('. ')}.</span>`
  if (!found.held)
    return html`<li>${found.initials || 'No name recorded'}${found.birthYear === null ? '' : `, born ${found.birthYear}`}, not in your work: <a class="govuk-link" href="/people/${found.id}/open">ask to open<span class="govuk-visually-hidden"> the record of ${found.initials}</span></a>${reasons}</li>`
  const { id, displayName, age } = found.person
  const links = mayMerge
    ? html`<br><a class="govuk-link" href="/people/${personId}/merge/${id}">Compare<span class="govuk-visually-hidden"> with ${displayName}, ${age}</span></a>
or <a class="govuk-link" href="/people/${personId}/duplicates/${id}">say that they are not the same person<span class="govuk-visually-hidden">: ${displayName}, ${age}</span></a>`
    : html`<br>To compare the two, you need to be able to write both records.`
  return html`<li><a class="govuk-link" href="/people/${id}">${displayName}</a>, ${age}${reasons}${links}</li>`
}

function apart({ person, others, workers }: DuplicatesPage, row: NotSame): Html {
  const other = others.get(row.otherId)
  const name = other ? `${other.displayName}, ${other.age}` : 'Somebody you may not see'
  return html`<li>${name}: <span class="kith-typed">${row.why}</span>
<br><span class="govuk-hint">Said by ${workers.get(row.saidBy) ?? 'somebody'}, ${formatDateTime(row.saidAt)}</span>
<br><a class="govuk-link" href="/people/${person.summary.id}/duplicates/${row.otherId}">Withdraw<span class="govuk-visually-hidden"> that ${name} is somebody else</span></a></li>`
}

type NotSamePage = {
  readonly people: readonly PersonSummary[]
  readonly said: NotSame | null
  readonly errors: FieldErrors
  readonly typed: string
  readonly form: FormKeys
}

/** Saying that two records are of two people; where it has been said, withdrawing it. */
export function notSamePage({ people, said, errors, typed, form }: NotSamePage): Html {
  const [one, other] = people
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">${said ? 'May they be the same person after all?' : 'They are not the same person'}</h1>
<p class="govuk-body">${one?.displayName}, ${one?.age}, and ${other?.displayName}, ${other?.age}.</p>
${said ? html`<div class="govuk-inset-text kith-typed">${said.why}</div>` : html`<p class="govuk-body">They will not be offered as one again, and cannot be merged until somebody withdraws this.</p>`}
${recordForm({
  action: `/people/${one?.id}/duplicates/${other?.id}`,
  csrf: { value: form.csrf },
  idempotencyKey: form.submission,
  others: { step: said ? 'withdraw' : 'say' },
  content: html`${textarea({ id: 'why', name: 'why', label: { text: said ? 'Why is it withdrawn?' : 'How do you know?', classes: 'govuk-label--s' }, value: typed, errorMessage: errors.of('why'), rows: 3 })}
${button({ text: said ? 'Withdraw' : 'Keep them apart', preventDoubleClick: true })}`,
})}`
}
