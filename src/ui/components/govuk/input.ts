import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { type Content, classNames, contentOf, hasContent, type Maybe, type Styling } from '../parameters.ts'
import { describe, type FieldParams, formGroup } from './formGroup.ts'
import { label } from './label.ts'

export interface Affix extends Content, Styling {}

export interface Input extends FieldParams {
  readonly type?: Maybe<string>
  readonly inputmode?: Maybe<string>
  readonly value?: Maybe<string | number>
  readonly prefix?: Maybe<Affix>
  readonly suffix?: Maybe<Affix>
  readonly autocomplete?: Maybe<string>
  readonly pattern?: Maybe<string>
  readonly spellcheck?: Maybe<boolean>
  readonly autocapitalize?: Maybe<string>
  readonly inputWrapper?: Maybe<Styling>
}

function control(params: Input, id: string | undefined, describedBy: string): Html {
  const own = attributes({
    class: classNames('govuk-input', params.classes, params.errorMessage && 'govuk-input--error'),
    id,
    name: params.name,
    type: params.type || 'text',
    spellcheck: unlessEmpty(params.spellcheck?.toString()),
    value: { value: params.value, optional: true },
    disabled: { value: params.disabled, optional: true },
    'aria-describedby': unlessEmpty(describedBy),
    autocomplete: { value: params.autocomplete, optional: true },
    autocapitalize: { value: params.autocapitalize, optional: true },
    pattern: { value: params.pattern, optional: true },
    inputmode: { value: params.inputmode, optional: true },
  })
  return html`<input${own}${attributes(params.attributes)}>`
}

const affix = (given: Affix | undefined, side: 'prefix' | 'suffix'): Html =>
  given && hasContent(given)
    ? html`<div class="${classNames(`govuk-input__${side}`, given.classes)}" aria-hidden="true"${attributes(given.attributes)}>${contentOf(given)}</div>`
    : nothing

function wrapped(params: Input, element: Html): Html {
  const { beforeInput, afterInput } = params.formGroup ?? {}
  if (![params.prefix, params.suffix, beforeInput, afterInput].some(hasContent)) return element
  return html`<div class="${classNames('govuk-input__wrapper', params.inputWrapper?.classes)}"${attributes(params.inputWrapper?.attributes)}>
    ${contentOf(beforeInput)}${affix(params.prefix, 'prefix')}
    ${element}
    ${affix(params.suffix, 'suffix')}${contentOf(afterInput)}
  </div>`
}

/** GOV.UK text input with its label, hint and error message. */
export function input(params: Input): Html {
  const id = params.id || params.name
  const { describedBy, furniture } = describe(id, params, params.describedBy)
  return formGroup(
    params,
    html`${label({ ...params.label, for: id })}
  ${furniture}
  ${wrapped(params, control(params, id, describedBy))}`,
  )
}
