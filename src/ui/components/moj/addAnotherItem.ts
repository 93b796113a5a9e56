import { type Attributes, attributes } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { button } from '../govuk/button.ts'
import { type ErrorMessage, errorMessage } from '../govuk/errorMessage.ts'
import { type Fieldset, fieldset } from '../govuk/fieldset.ts'
import { classNames, type Maybe } from '../parameters.ts'

export interface AddAnotherItem {
  readonly fieldset: Fieldset & { readonly html: Html }
  readonly classes?: Maybe<string>
  readonly attributes?: Maybe<Attributes>
  readonly errorMessage?: Maybe<ErrorMessage>
  readonly removeButton?: Maybe<{ readonly name?: Maybe<string>; readonly value?: Maybe<string> }>
}

interface Wording {
  readonly id?: Maybe<string>
  readonly itemLabel: string
  readonly layout?: Maybe<'inline'>
  readonly removeButtonText?: Maybe<string>
  readonly itemLegendText?: Maybe<Readonly<Record<string, string>>>
}

interface Position {
  /** Place in the list from 1. */
  readonly place: number
  readonly count: number
}

function legendText({ itemLegendText, itemLabel }: Wording, { place, count }: Position): string {
  const form = itemLegendText?.[count === 1 ? 'one' : 'other'] || '%{itemLabel} %{number}'
  return form
    .replaceAll('%{itemLabel}', itemLabel)
    .replaceAll('%{number}', String(place))
    .replaceAll('%{count}', String(count))
}

function removeButton(wording: Wording, item: AddAnotherItem, { place, count }: Position): Html {
  const text = (wording.removeButtonText || 'Remove %{itemLabel} %{number}')
    .replaceAll('%{itemLabel}', wording.itemLabel.toLowerCase())
    .replaceAll('%{number}', String(place))
  const remove = button({
    text,
    classes: 'govuk-button--secondary moj-add-another__remove-button',
    name: item.removeButton?.name || 'remove',
    value: item.removeButton?.value || String(place - 1),
  })
  return html`<div class="moj-add-another__remove-button-container">${count > 1 ? remove : nothing}</div>`
}

function inside(wording: Wording, item: AddAnotherItem, errorId: string, remove: Html): Html {
  if (wording.layout !== 'inline') {
    return html`<div class="moj-add-another__item-container">${item.fieldset.html}${remove}</div>`
  }
  const error = item.errorMessage ? errorMessage({ ...item.errorMessage, id: errorId }) : nothing
  return html`<div class="moj-add-another__item-container">
    <div class="moj-add-another__item-row">${error}${item.fieldset.html}</div>
    ${remove}
  </div>`
}

/** One item of {@link import('./addAnother.ts').addAnother}: a fieldset with a button that removes it. */
export function addAnotherItem(wording: Wording, item: AddAnotherItem, position: Position): Html {
  const errorId = `${wording.id ?? ''}${position.place}-error`
  const classes = classNames(
    'moj-add-another__item',
    wording.layout === 'inline' && 'moj-add-another__item--inline',
    item.classes,
    item.errorMessage && 'moj-add-another__item--error',
  )
  const set = fieldset({
    attributes: item.fieldset.attributes,
    classes: classNames('moj-add-another__fieldset', item.fieldset.classes),
    describedBy: classNames(item.fieldset.describedBy, item.errorMessage && errorId),
    html: inside(wording, item, errorId, removeButton(wording, item, position)),
    legend: {
      text: legendText(wording, position),
      html: item.fieldset.legend?.html,
      classes: classNames(
        'moj-add-another__item-title govuk-fieldset__legend--m',
        item.fieldset.legend?.classes,
      ),
    },
    role: item.fieldset.role,
  })
  return html`<div class="${classes}"${attributes(item.attributes)}>${set}</div>`
}
