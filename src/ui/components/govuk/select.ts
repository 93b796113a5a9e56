import { type Attributes, attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { classNames, contentOf, each, type Items, type Maybe } from '../parameters.ts'
import { describe, type FieldParams, formGroup } from './formGroup.ts'
import { label } from './label.ts'

export interface SelectItem {
  readonly value?: Maybe<string | number>
  readonly text: string | number
  readonly selected?: Maybe<boolean>
  readonly disabled?: Maybe<boolean>
  readonly attributes?: Maybe<Attributes>
}

export interface Select extends FieldParams {
  readonly items: Items<SelectItem>
  /** The value to select; an item's own `selected: false` overrides it. */
  readonly value?: Maybe<string | number>
}

function isSelected(item: SelectItem, chosen: string | number | undefined): boolean {
  if (item.selected) return true
  const value = item.value === undefined ? item.text : item.value
  return Boolean(chosen) && item.selected !== false && String(value) === String(chosen)
}

/** GOV.UK select with its label, hint and error message. */
export function select(params: Select): Html {
  const id = params.id || params.name
  const { describedBy, furniture } = describe(id, params, params.describedBy)
  const own = attributes({
    class: classNames('govuk-select', params.classes, params.errorMessage && 'govuk-select--error'),
    id,
    name: params.name,
    disabled: unlessEmpty(params.disabled),
    'aria-describedby': unlessEmpty(describedBy),
  })
  const option = (item: SelectItem): Html => {
    const state = attributes({
      value: { value: item.value, optional: item.value === undefined },
      selected: unlessEmpty(isSelected(item, params.value)),
      disabled: unlessEmpty(item.disabled),
    })
    return html`<option${state}${attributes(item.attributes)}>${item.text}</option>`
  }
  return formGroup(
    params,
    html`${label({ ...params.label, for: id })}
  ${furniture}
  ${contentOf(params.formGroup?.beforeInput)}
  <select${own}${attributes(params.attributes)}>${each(params.items, option)}</select>
  ${contentOf(params.formGroup?.afterInput)}`,
  )
}
