import { attributes } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Input, input } from '../govuk/input.ts'
import { classNames, type Maybe } from '../parameters.ts'

export interface DatePicker
  extends Pick<
    Input,
    'id' | 'name' | 'value' | 'label' | 'hint' | 'errorMessage' | 'formGroup' | 'classes' | 'attributes'
  > {
  /** Earliest and latest day on offer, as d/m/yyyy. */
  readonly minDate?: Maybe<string>
  readonly maxDate?: Maybe<string>
  /** Days not on offer: d/m/yyyy, or two joined by a hyphen for a range, several parted by spaces. */
  readonly excludedDates?: Maybe<string>
  /** Week days not on offer, by English name, parted by spaces. */
  readonly excludedDays?: Maybe<string>
  readonly leadingZeros?: Maybe<boolean>
  readonly weekStartDay?: Maybe<'monday' | 'sunday'>
}

/** MoJ date picker, for appointments to come; the field takes d/m/yyyy typed as well. */
export function datePicker(params: DatePicker): Html {
  const settings = attributes({
    'data-module': 'moj-date-picker',
    'data-min-date': { value: params.minDate, optional: true },
    'data-max-date': { value: params.maxDate, optional: true },
    'data-excluded-dates': { value: params.excludedDates, optional: true },
    'data-excluded-days': { value: params.excludedDays, optional: true },
    'data-leading-zeros': { value: params.leadingZeros?.toString(), optional: true },
    'data-week-start-day': { value: params.weekStartDay, optional: true },
  })
  const field = input({
    classes: classNames('moj-js-datepicker-input', params.classes),
    id: params.id,
    name: params.name,
    value: params.value,
    autocomplete: 'off',
    formGroup: params.formGroup,
    label: params.label,
    hint: params.hint,
    errorMessage: params.errorMessage,
    attributes: params.attributes,
  })
  return html`<div class="moj-datepicker"${settings}>${field}</div>`
}
