import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { classNames, contentOf, type Items, type Maybe, type Styling } from '../parameters.ts'
import { type Fieldset, fieldset } from './fieldset.ts'
import { describe, type FieldGroupParams, formGroup } from './formGroup.ts'
import { input } from './input.ts'

export interface DatePart extends Styling {
  readonly id?: Maybe<string>
  readonly name?: Maybe<string>
  readonly label?: Maybe<string>
  readonly value?: Maybe<string | number>
  /** Marks this part alone as wrong; without it on any part, an error message marks all. */
  readonly error?: Maybe<boolean>
  readonly inputmode?: Maybe<string>
  readonly autocomplete?: Maybe<string>
  readonly pattern?: Maybe<string>
}

export interface DateInput extends FieldGroupParams {
  readonly id?: Maybe<string>
  readonly namePrefix?: Maybe<string>
  readonly items?: Maybe<Items<DatePart>>
  readonly fieldset?: Maybe<Fieldset>
  readonly day?: Maybe<DatePart>
  readonly month?: Maybe<DatePart>
  readonly year?: Maybe<DatePart>
  readonly values?: Maybe<Readonly<Record<string, string | number | undefined>>>
}

type UsualPart = 'day' | 'month' | 'year'

const usualParts = ['day', 'month', 'year'] as const satisfies readonly UsualPart[]

const usual = (params: DateInput, part: UsualPart): DatePart =>
  params[part] ?? {
    name: part,
    value: params.values?.[part],
    classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
  }

const isMarked = (item: DatePart): boolean =>
  Boolean(item.error) || (item.classes?.includes('govuk-input--error') ?? false)

function partClasses(item: DatePart, isWrong: boolean, width: number): string {
  return classNames(
    'govuk-date-input__input',
    isWrong && !item.classes?.includes('govuk-input--error') && 'govuk-input--error',
    !item.classes?.includes('govuk-input--width-') && `govuk-input--width-${width}`,
    item.classes,
  )
}

function datePart(params: DateInput, item: DatePart, anyMarked: boolean): Html {
  const known = usualParts.find(part => {
    const own = usual(params, part)
    return item === params[part] || (item.name && (item.name === part || item.name === own.name))
  })
  const name = item.name ?? known ?? ''
  const value = item.value ?? (known && usual(params, known).value)
  const isWrong = isMarked(item) || (item.error !== false && Boolean(params.errorMessage) && !anyMarked)
  const fullName = params.namePrefix ? `${params.namePrefix}-${name}` : name
  return html`<div class="govuk-date-input__item">
  ${input({
    label: {
      text: item.label || name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
      classes: 'govuk-date-input__label',
    },
    id: item.id || `${params.id}-${name}`,
    classes: partClasses(item, isWrong, known === 'year' ? 4 : 2),
    name: fullName,
    value: value ?? params.values?.[fullName],
    inputmode: item.inputmode || 'numeric',
    autocomplete: item.autocomplete,
    pattern: item.pattern,
    attributes: item.attributes,
  })}
</div>`
}

/** GOV.UK date input: day, month and year in three fields, for dates that people know by heart. */
export function dateInput(params: DateInput): Html {
  const items = params.items?.length ? params.items : usualParts.map(part => usual(params, part))
  const anyMarked = items.some(item => item && isMarked(item))
  const { describedBy, furniture } = describe(params.id, params, params.fieldset?.describedBy)
  const inside = html`${furniture}
  <div class="${classNames('govuk-date-input', params.classes)}"${attributes(params.attributes)}${attributes({ id: unlessEmpty(params.id) })}>
    ${contentOf(params.formGroup?.beforeInputs)}
    ${items.map(item => (item ? datePart(params, item, anyMarked) : nothing))}
    ${contentOf(params.formGroup?.afterInputs)}
  </div>`
  // role="group": without it JAWS does not read a fieldset's description when it holds text inputs.
  const set = params.fieldset
    ? fieldset({ ...params.fieldset, describedBy, role: 'group', html: inside })
    : inside
  return formGroup(params, set)
}
