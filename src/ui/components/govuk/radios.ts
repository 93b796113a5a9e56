import type { Html } from '../../html.ts'
import { each, type Items, type Maybe } from '../parameters.ts'
import { type Choice, type ChoiceGroup, choice, choiceGroup } from './choice.ts'

export interface Radios extends ChoiceGroup {
  readonly items: Items<Choice>
  /** The value chosen; an item's own `checked: false` overrides it. */
  readonly value?: Maybe<string | number>
}

const isChosen = (item: Choice, value: string | number | undefined): boolean =>
  item.checked || (Boolean(value) && item.checked !== false && String(item.value) === String(value))

/** GOV.UK radios: one answer out of several. */
export function radios(params: Radios): Html {
  const prefix = params.idPrefix || params.name
  const items = (): Html[] =>
    each(params.items, (item, place) =>
      choice(item, {
        kind: 'radio',
        id: item.id || (place > 1 ? `${prefix}-${place}` : `${prefix}`),
        name: params.name,
        isChecked: isChosen(item, params.value),
      }),
    )
  return choiceGroup('radio', params, params.fieldset?.describedBy, items)
}
