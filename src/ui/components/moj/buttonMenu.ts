import { attributes } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Button, button } from '../govuk/button.ts'
import { classNames, each, type Items, type Maybe, type Styling } from '../parameters.ts'

export interface ButtonMenu extends Styling {
  /** The button that opens the menu, where scripts run. */
  readonly button?: Maybe<{ readonly text?: Maybe<string>; readonly classes?: Maybe<string> }>
  readonly alignMenu?: Maybe<'left' | 'right'>
  readonly items: Items<Button>
}

/** MoJ button menu: several actions behind one button; plain buttons where scripts do not run. */
export function buttonMenu(params: ButtonMenu): Html {
  const settings = attributes({
    'data-button-text': { value: params.button?.text, optional: true },
    'data-button-classes': { value: params.button?.classes, optional: true },
    'data-align-menu': { value: params.alignMenu, optional: true },
  })
  const item = (given: Button): Html =>
    button({ ...given, classes: classNames('moj-button-menu__item govuk-button--secondary', given.classes) })
  return html`<div class="${classNames('moj-button-menu', params.classes)}" data-module="moj-button-menu"${attributes(params.attributes)}${settings}>${each(params.items, item)}</div>`
}
