import { type Attributes, translations } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { classNames, contentOf, type Maybe } from '../parameters.ts'
import type { FieldParams, FormGroupParams } from './formGroup.ts'
import { hint } from './hint.ts'
import { textarea } from './textarea.ts'

type Plurals = Readonly<Record<string, string>>

export interface CharacterCount extends FieldParams {
  readonly formGroup?: Maybe<
    Omit<FormGroupParams, 'attributes'> & { readonly attributes?: Maybe<Attributes> }
  >
  readonly rows?: Maybe<string | number>
  readonly value?: Maybe<string>
  readonly maxlength?: Maybe<string | number>
  readonly maxwords?: Maybe<string | number>
  /** Share of the limit, in per cent, from which the count is shown. */
  readonly threshold?: Maybe<string | number>
  readonly countType?: Maybe<string>
  readonly spellcheck?: Maybe<boolean>
  readonly countMessage?: Maybe<{ readonly classes?: Maybe<string> }>
  readonly textareaDescriptionText?: Maybe<string>
  readonly charactersUnderLimitText?: Maybe<Plurals>
  readonly charactersAtLimitText?: Maybe<string>
  readonly charactersOverLimitText?: Maybe<Plurals>
  readonly wordsUnderLimitText?: Maybe<Plurals>
  readonly wordsAtLimitText?: Maybe<string>
  readonly wordsOverLimitText?: Maybe<Plurals>
}

const countTypeOf = (params: CharacterCount): string | undefined =>
  params.countType || (params.maxwords ? 'words' : undefined)

function settings(params: CharacterCount): Attributes {
  const unlimited = !params.maxwords && !params.maxlength
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': { value: params.maxlength, optional: true },
    'data-maxwords': { value: params.maxwords, optional: true },
    'data-threshold': { value: params.threshold, optional: true },
    'data-count-type': { value: countTypeOf(params), optional: true },
    // Without a limit here, the client script fills the sentence in when it learns the limit.
    ...(unlimited && params.textareaDescriptionText
      ? translations('textarea-description', { other: params.textareaDescriptionText })
      : {}),
    ...translations('characters-under-limit', params.charactersUnderLimitText),
    ...translations('characters-at-limit', params.charactersAtLimitText),
    ...translations('characters-over-limit', params.charactersOverLimitText),
    ...translations('words-under-limit', params.wordsUnderLimitText),
    ...translations('words-at-limit', params.wordsAtLimitText),
    ...translations('words-over-limit', params.wordsOverLimitText),
    ...params.formGroup?.attributes,
  }
}

function countMessage(params: CharacterCount, id: string | undefined): Html {
  const limit = params.maxwords || params.maxlength
  const unit = countTypeOf(params) === 'words' ? 'words' : 'characters'
  const sentence = params.textareaDescriptionText || `You can enter up to %{count} ${unit}`
  const message = hint({
    text: limit ? sentence.replace('%{count}', String(limit)) : undefined,
    id: `${id}-info`,
    classes: classNames('govuk-character-count__message', params.countMessage?.classes),
  })
  return html`${message}${contentOf(params.formGroup?.afterInput)}`
}

/** GOV.UK textarea that says how many characters or words are left. */
export function characterCount(params: CharacterCount): Html {
  const id = params.id || params.name
  return textarea({
    id,
    name: params.name,
    describedBy: `${id}-info`,
    rows: params.rows,
    spellcheck: params.spellcheck,
    value: params.value,
    formGroup: {
      classes: classNames('govuk-character-count', params.formGroup?.classes),
      attributes: settings(params),
      beforeInput: params.formGroup?.beforeInput,
      afterInput: { html: countMessage(params, id) },
    },
    classes: classNames('govuk-js-character-count', params.classes),
    label: params.label,
    hint: params.hint,
    errorMessage: params.errorMessage,
    attributes: params.attributes,
  })
}
