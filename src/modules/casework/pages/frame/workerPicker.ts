import { workers } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { button, type FieldErrors, type Html, html, input, nothing, radios } from '#ui'

/** A worker whom a search by name found. */
export type FoundWorker = { readonly id: Uuid; readonly text: string }

const MOST = 20

/** Workers in post whose name contains what was typed; none when nothing was typed. */
export async function findWorkers(work: Work, typed: string | undefined): Promise<readonly FoundWorker[]> {
  const name = typed?.trim() ?? ''
  if (name === '') return []
  const found = await workers(work, { name, hasLeft: false }, 0, MOST)
  return found.map(worker => ({
    id: worker.id,
    text: [worker.displayName, ...(worker.organisationName ? [worker.organisationName] : [])].join(', '),
  }))
}

/** The form that finds a worker by name, without changing anything. */
export function findWorkerForm(action: string, typed: string | undefined): Html {
  return html`<form method="get" action="${action}">
  ${input({ name: 'find', label: { text: 'Name of the worker', classes: 'govuk-label--s' }, value: typed })}
  ${button({ text: 'Find', classes: 'govuk-button--secondary' })}
</form>`
}

/** One of the workers found; says so when none was. */
export function workerRadios(
  found: readonly FoundWorker[],
  typed: string | undefined,
  errors: FieldErrors,
): Html {
  if (!typed?.trim()) return nothing
  if (found.length === 0) return html`<p class="govuk-body">No worker has this name.</p>`
  return radios({
    name: 'worker',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'Which worker?', classes: 'govuk-fieldset__legend--s' } },
    items: found.map(worker => ({ value: worker.id, text: worker.text })),
    errorMessage: errors.of('worker'),
  })
}
