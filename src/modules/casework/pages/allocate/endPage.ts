import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  textarea,
} from '#ui'
import type { EndedAllocation } from '../../commands/endAllocation.ts'
import type { Holding } from '../../commands/holdings.ts'
import { allocationWords } from '../my-work/itemWords.ts'

/** Asks for the day and the reason on which one allocation ends. */
export function endPage(view: {
  readonly allocation: Holding
  readonly workerName: string
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly today: Temporal.PlainDate
  readonly form: FormKeys
}): Html {
  const { allocation, workerName, sent, errors, today, form } = view
  const { reason } = sent
  const dated = dateFieldsFrom(sent, 'endedOn')
  const path = `/people/${allocation.personId}/allocations/${allocation.id}/end`
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">End an allocation</h1>
  <p class="govuk-body">${workerName}, ${allocationWords[allocation.role].toLowerCase()} since ${formatDate(allocation.startedOn)}.</p>
  <form method="post" action="${path}" novalidate>${formFields(form)}
    ${dateFields({
      name: 'endedOn',
      legend: 'Last day',
      value: Object.values(dated).some(part => part !== undefined) ? dated : today,
      error: errors.of('endedOn'),
    })}
    ${textarea({
      name: 'reason',
      label: { text: 'Reason', classes: 'govuk-label--s' },
      rows: 3,
      value: typeof reason === 'string' ? reason : undefined,
      errorMessage: errors.of('reason'),
    })}
    ${button({ text: 'End the allocation', classes: 'govuk-button--warning', preventDoubleClick: true })}
  </form>`
}

/** Why it stands, at the field that can mend it. */
export const endRefusals: Readonly<
  Record<Extract<EndedAllocation, { outcome: 'refused' }>['refusal'], { field: string; message: string }>
> = {
  not_found: { field: 'reason', message: 'This allocation is not there any more' },
  already_ended: { field: 'endedOn', message: 'This allocation has already ended' },
  may_not_end: { field: 'reason', message: 'Ask the manager of the team to end it' },
  no_reason: { field: 'reason', message: 'Enter the reason' },
  wrong_day: { field: 'endedOn', message: 'Last day must be between the first day and today' },
  leaves_nobody: {
    field: 'reason',
    message:
      'The child’s episode is open and nobody else holds them. Allocate them to somebody else or to the team’s queue instead',
  },
}
