import { attributes } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import type { Button } from '../govuk/button.ts'
import { button } from '../govuk/button.ts'
import type { Hint } from '../govuk/hint.ts'
import { type Input, input } from '../govuk/input.ts'
import type { Label } from '../govuk/label.ts'
import { classNames, type Maybe, type Styling } from '../parameters.ts'

export interface Search extends Styling {
  readonly action: string
  readonly method?: Maybe<string>
  readonly csrf?: Maybe<{ readonly name?: Maybe<string>; readonly value: string }>
  readonly layout?: Maybe<'stacked'>
  readonly label?: Maybe<Label>
  readonly hint?: Maybe<Hint>
  readonly input?: Maybe<Input>
  readonly button?: Maybe<Button>
  /** Draws a magnifier on the button; its words are then only heard. Not in the stacked layout. */
  readonly iconButton?: Maybe<boolean>
}

const magnifier = html`<svg width="20" height="20" viewBox="0 0 21 20" fill="none" aria-hidden="true" focusable="false" xmlns="http://www.w3.org/2000/svg">
  <path d="M8.90102 14.4683C12.385 14.4683 15.2093 11.644 15.2093 8.16005C15.2093 4.6761 12.385 1.85181 8.90102 1.85181C5.41707 1.85181 2.59277 4.6761 2.59277 8.16005C2.59277 11.644 5.41707 14.4683 8.90102 14.4683Z" stroke="currentColor" stroke-width="2.22222"/>
  <path d="M13.2349 12.8584L19.5909 19.2144" stroke="currentColor" stroke-width="2.22222"/>
</svg>`

function searchButton(given: Button | undefined, hasIcon: boolean): Html {
  const icon = html`${magnifier}<span class="govuk-visually-hidden">${given?.text ?? 'search'}</span>`
  return button({
    text: given?.text,
    html: hasIcon ? icon : given?.html,
    id: given?.id,
    name: given?.name,
    value: given?.value,
    classes: classNames('moj-search__button', hasIcon && 'moj-search__button--icon', given?.classes),
    attributes: given?.attributes,
    preventDoubleClick: given?.preventDoubleClick,
  })
}

function searchField(params: Search, afterInput: Html | undefined): Html {
  const { label, hint } = params
  return input({
    ...params.input,
    classes: classNames('moj-search__input', params.input?.classes),
    label: label && {
      ...label,
      isPageHeading: false,
      classes: classNames('moj-search__label', label.classes),
    },
    hint: hint && { ...hint, classes: classNames('moj-search__hint', hint.classes) },
    name: params.input?.name ?? 'search',
    type: params.input?.type ?? 'search',
    inputWrapper: { classes: 'moj-search__input-wrapper' },
    formGroup: { afterInput: afterInput && { html: afterInput } },
  })
}

/** MoJ search: one field and its button, in a form of its own. */
export function search(params: Search): Html {
  const stacked = params.layout === 'stacked'
  const submit = searchButton(params.button, Boolean(params.iconButton) && !stacked)
  const csrf = params.csrf
    ? html`<input type="hidden" name="${params.csrf.name ?? '_csrf'}" value="${params.csrf.value}">`
    : nothing
  return html`<search class="${classNames('moj-search', stacked && 'moj-search--stacked', params.classes)}"${attributes(params.attributes)}>
  <form action="${params.action}" method="${params.method ?? 'get'}">
    ${csrf}${searchField(params, stacked ? undefined : submit)}
    ${stacked ? submit : nothing}
  </form>
</search>`
}
