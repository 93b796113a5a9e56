import { attributes } from '../../attributes.ts'
import { type Html, type HtmlValue, html, nothing } from '../../html.ts'
import { type Content, classNames, type Maybe, type Styling } from '../parameters.ts'
import { type ErrorMessage, errorMessage } from './errorMessage.ts'
import { type Hint, hint } from './hint.ts'
import type { Label } from './label.ts'

/** What every field with one control may be given. */
export interface FieldParams extends Styling {
  /** Id of the control; its name when left out. */
  readonly id?: Maybe<string>
  readonly name?: Maybe<string>
  readonly label?: Maybe<Label>
  readonly hint?: Maybe<Hint>
  readonly errorMessage?: Maybe<ErrorMessage | false>
  readonly disabled?: Maybe<boolean>
  readonly describedBy?: Maybe<string>
  readonly formGroup?: Maybe<FormGroupParams>
}

export interface FormGroupParams extends Styling {
  readonly beforeInput?: Maybe<Content>
  readonly afterInput?: Maybe<Content>
}

/** What every group of controls may be given. */
export interface FieldGroupParams extends Styling {
  readonly hint?: Maybe<Hint>
  readonly errorMessage?: Maybe<ErrorMessage | false>
  readonly formGroup?: Maybe<
    Styling & { readonly beforeInputs?: Maybe<Content>; readonly afterInputs?: Maybe<Content> }
  >
}

/** The hint and error of a field, and the ids to put into its `aria-describedby`. */
export interface Description {
  readonly describedBy: string
  readonly furniture: Html
}

/** Writes the hint and error message of the field with this id, and says which ids describe it. */
export function describe(
  id: string | undefined,
  params: Pick<FieldGroupParams, 'hint' | 'errorMessage'>,
  describedBy: string | undefined,
): Description {
  const hintId = params.hint ? `${id}-hint` : undefined
  const errorId = params.errorMessage ? `${id}-error` : undefined
  const shownHint = params.hint ? hint({ ...params.hint, id: hintId }) : nothing
  const shownError = params.errorMessage ? errorMessage({ ...params.errorMessage, id: errorId }) : nothing
  return { describedBy: classNames(describedBy, hintId, errorId), furniture: html`${shownHint}${shownError}` }
}

/** The box around a field; red at its side when the field has an error. */
export function formGroup(
  params: { readonly errorMessage?: Maybe<ErrorMessage | false>; readonly formGroup?: Maybe<Styling> },
  inside: HtmlValue,
): Html {
  const classes = classNames(
    'govuk-form-group',
    params.errorMessage && 'govuk-form-group--error',
    params.formGroup?.classes,
  )
  return html`<div class="${classes}"${attributes(params.formGroup?.attributes)}>
  ${inside}
</div>`
}
