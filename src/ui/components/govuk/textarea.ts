import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { classNames, contentOf, type Maybe } from '../parameters.ts'
import { describe, type FieldParams, formGroup } from './formGroup.ts'
import { label } from './label.ts'

export interface Textarea extends FieldParams {
  readonly rows?: Maybe<string | number>
  readonly spellcheck?: Maybe<boolean>
  readonly value?: Maybe<string>
  readonly autocomplete?: Maybe<string>
}

/** GOV.UK textarea with its label, hint and error message. */
export function textarea(params: Textarea): Html {
  const id = params.id || params.name
  const { describedBy, furniture } = describe(id, params, params.describedBy)
  const own = attributes({
    class: classNames('govuk-textarea', params.errorMessage && 'govuk-textarea--error', params.classes),
    id,
    name: params.name,
    rows: params.rows || 5,
    spellcheck: unlessEmpty(params.spellcheck?.toString()),
    disabled: unlessEmpty(params.disabled),
    'aria-describedby': unlessEmpty(describedBy),
    autocomplete: unlessEmpty(params.autocomplete),
  })
  // A line break right after <textarea> is swallowed by browsers: one that belongs to the text needs another before it.
  const value = params.value?.startsWith('\n') ? `\n${params.value}` : params.value
  return formGroup(
    params,
    html`${label({ ...params.label, for: id })}
  ${furniture}
  ${contentOf(params.formGroup?.beforeInput)}
  <textarea${own}${attributes(params.attributes)}>${value}</textarea>
  ${contentOf(params.formGroup?.afterInput)}`,
  )
}
