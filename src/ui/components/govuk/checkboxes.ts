import type { Html } from '../../html.ts'
import { each, type Items, type Maybe } from '../parameters.ts'
import { type Choice, type ChoiceGroup, choice, choiceGroup } from './choice.ts'

export interface Checkbox extends Choice {
  readonly name?: Maybe<string>
  /** `exclusive` unticks the others when ticked ("None of these"). */
  readonly behaviour?: Maybe<string>
}

export interface Checkboxes extends ChoiceGroup {
  readonly describedBy?: Maybe<string>
  readonly items: Items<Checkbox>
  /** The values ticked; an item's own `checked: false` overrides them. */
  readonly values?: Maybe<readonly (string | number)[]>
}

const isTicked = (item: Checkbox, values: readonly (string | number)[] | undefined): boolean =>
  item.checked ||
  (item.value !== undefined && item.checked !== false && (values?.includes(item.value) ?? false))

/** GOV.UK checkboxes: any number of answers out of several. */
export function checkboxes(params: Checkboxes): Html {
  const prefix = params.idPrefix || params.name
  const describedBy = params.fieldset?.describedBy || params.describedBy
  const items = (description: string): Html[] =>
    each(params.items, (item, place) =>
      choice(item, {
        kind: 'checkbox',
        id: item.id || (place > 1 ? `${prefix}-${place}` : `${prefix}`),
        name: item.name || params.name,
        isChecked: isTicked(item, params.values),
        // Inside a fieldset the fieldset is described; without one each box carries the description.
        describedBy: params.fieldset ? '' : description,
        behaviour: item.behaviour,
      }),
    )
  return choiceGroup('checkbox', params, describedBy, items)
}
