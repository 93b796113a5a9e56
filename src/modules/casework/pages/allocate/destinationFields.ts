import type { Team } from '#modules/agencies'
import { dateFields, dateFieldsFrom, type FieldErrors, type Html, html, radios, textarea } from '#ui'
import type { Candidate } from './candidates.ts'
import { queueChoice } from './form.ts'

/** Where children can go from a form, and what was typed there before. */
export type Destination = {
  readonly team: Team
  readonly candidates: readonly Candidate[]
  /** Practitioners of other agencies who work with the child: they may be the lead practitioner. */
  readonly partners?: readonly Candidate[]
  /** The team's queue is a choice too, for a transfer. */
  readonly offersQueue: boolean
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly today: Temporal.PlainDate
}

const given = (sent: Destination['sent'], name: string): string | undefined => {
  const value = sent[name]
  return typeof value === 'string' ? value : undefined
}

/** Who gets the children, each with what they carry now, as what, since when and why. */
export function destinationFields({
  team,
  candidates,
  partners = [],
  offersQueue,
  sent,
  errors,
  today,
}: Destination): Html {
  const people = [...candidates, ...partners].map(({ workerId, name, role, carries }) => ({
    value: workerId,
    text: name,
    hint: { text: `${role}. ${carries}` },
  }))
  const queue = {
    value: queueChoice,
    text: `The queue of ${team.name}`,
    hint: { text: 'Nobody holds them yet' },
  }
  const dated = dateFieldsFrom(sent, 'startedOn')
  return html`${radios({
    name: 'worker',
    fieldset: { legend: { text: `Who in ${team.name}`, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Those who carry least come first.' },
    errorMessage: errors.of('worker'),
    value: given(sent, 'worker'),
    items: [...people, offersQueue && queue],
  })}
  ${radios({
    name: 'role',
    classes: 'govuk-radios--inline',
    fieldset: { legend: { text: 'As', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errors.of('role'),
    value: given(sent, 'role') ?? 'lead_social_worker',
    items: [
      { value: 'lead_social_worker', text: 'Lead social worker' },
      { value: 'lead_practitioner', text: 'Lead practitioner' },
      { value: 'co_worker', text: 'Co-worker' },
      { value: 'conference_chair', text: 'Conference chair' },
    ],
  })}
  ${dateFields({
    name: 'startedOn',
    legend: 'From',
    hint: 'Today, or the day on which it was agreed.',
    value: Object.values(dated).some(part => part !== undefined) ? dated : today,
    error: errors.of('startedOn'),
  })}
  ${textarea({
    name: 'reason',
    label: { text: offersQueue ? 'Reason' : 'Reason (optional)', classes: 'govuk-label--s' },
    rows: 2,
    errorMessage: errors.of('reason'),
    value: given(sent, 'reason'),
  })}`
}
