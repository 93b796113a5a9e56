import { attributes, translations, unlessEmpty } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { button } from '../govuk/button.ts'
import { classNames, each, type Items, isFilled, type Maybe, type Styling } from '../parameters.ts'
import { type AddAnotherItem, addAnotherItem } from './addAnotherItem.ts'

export interface AddAnother extends Styling {
  readonly id?: Maybe<string>
  /** What one item is called, such as "Child"; "Item" when left out. */
  readonly itemLabel?: Maybe<string>
  readonly items: Items<AddAnotherItem>
  readonly layout?: Maybe<'inline'>
  readonly addAnotherButtonText?: Maybe<string>
  readonly removeButtonText?: Maybe<string>
  readonly removeButtonSuffixText?: Maybe<string>
  /** Legend by plural form, with %{itemLabel}, %{number} and %{count}. */
  readonly itemLegendText?: Maybe<Readonly<Record<string, string>>>
  readonly fieldLabelSuffixText?: Maybe<string>
  readonly newItemSuffixText?: Maybe<string>
}

function addButton(params: AddAnother, itemLabel: string): Html {
  const text = params.addAnotherButtonText || 'Add another %{itemLabel}'
  const value = text.replaceAll('%{itemLabel}', itemLabel).replaceAll(' ', '-').toLowerCase()
  return button({
    id: params.id && `${params.id}-add-another-button`,
    name: params.id && `${params.id}-add-another`,
    value: params.id && value,
    text: text.replaceAll('%{itemLabel}', itemLabel.toLowerCase()),
    classes: 'govuk-button--secondary moj-add-another__add-button',
  })
}

/** MoJ add another: a few like items on one page. Its buttons submit the form where scripts do not run. */
export function addAnother(params: AddAnother): Html {
  const itemLabel = params.itemLabel || 'Item'
  const settings = attributes({
    'data-module': 'moj-add-another',
    'data-item-label': itemLabel,
    'data-layout': { value: params.layout, optional: true },
    ...translations('remove-button-text', params.removeButtonText),
    ...translations('remove-button-suffix-text', params.removeButtonSuffixText),
    ...translations('item-legend-text', params.itemLegendText),
    ...translations('field-label-suffix-text', params.fieldLabelSuffixText),
    ...translations('new-item-suffix-text', params.newItemSuffixText),
  })
  const filled = params.items.map(item => (item && isFilled(item.fieldset.html) ? item : undefined))
  const count = params.items.length
  return html`<div${attributes({ id: unlessEmpty(params.id) })} class="${classNames('moj-add-another', params.classes)}"${settings}${attributes(params.attributes)}>
  <div class="moj-add-another__items">
    ${each(filled, (item, place) => addAnotherItem({ ...params, itemLabel }, item, { place, count }))}
  </div>
  <div class="moj-add-another__add-button-container">${addButton(params, itemLabel)}</div>
</div>`
}
