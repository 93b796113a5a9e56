import { type FormValues, typedOf } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { type FieldErrors, type Html, html, nothing, select } from '#ui'
import type { Keepers } from '../../queries/whoKeeps.ts'
import type { Meeting } from '../../rules/meeting.ts'

export const keeperOrder = ['chair', 'administrator'] as const
export const keeperLabels = { chair: 'Chair', administrator: 'Administrator' } as const

/** Who chairs a conference and who administers the meeting: as far as somebody can be chosen. */
export const keeperFields = (
  { chairs, administrators }: Keepers,
  values: FormValues,
  errors: FieldErrors,
): Html =>
  html`${chairs.length === 0 ? nothing : chosen('chair', 'Who chairs it?', 'A chair is independent: neither holds nor manages a child of it', chairs, values, errors)}
${administrators.length === 0 ? nothing : chosen('administrator', 'Who administers it?', 'Invites, reminds, writes down answers and sends the record. Reads the meeting, and decides nothing', administrators, values, errors)}`

function chosen(
  name: 'chair' | 'administrator',
  label: string,
  hint: string,
  people: Keepers['chairs'],
  values: FormValues,
  errors: FieldErrors,
): Html {
  return select({
    name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    items: [{ value: '', text: 'Not known yet' }, ...people.map(one => ({ value: one.id, text: one.name }))],
    value: typedOf(values, name),
    errorMessage: errors.of(name),
  })
}

/** The two as a meeting stands. */
export const keeperValues = ({
  chairId,
  administratorId,
}: Pick<Meeting, 'chairId' | 'administratorId'>): FormValues => ({
  chair: chairId ?? '',
  administrator: administratorId ?? '',
})

/** Those chosen; only who was offered can be. */
export function keepersOf(
  { chairs, administrators }: Keepers,
  sent: FormValues,
): { readonly chairId: Uuid | null; readonly administratorId: Uuid | null } {
  const among = (people: Keepers['chairs'], name: string) =>
    people.find(({ id }) => id === typedOf(sent, name))?.id ?? null
  return { chairId: among(chairs, 'chair'), administratorId: among(administrators, 'administrator') }
}

/** Said where a chair holds or manages one of the children. */
export const DEPENDENT_CHAIR = {
  path: ['chair'],
  message: 'Select a chair who neither holds nor manages one of the children',
}
