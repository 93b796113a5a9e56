import { type Attributes, translations } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { classNames, contentOf, type Maybe } from '../parameters.ts'
import { button } from './button.ts'
import type { FieldParams, FormGroupParams } from './formGroup.ts'
import { input } from './input.ts'

export interface PasswordInput extends FieldParams {
  readonly formGroup?: Maybe<
    Omit<FormGroupParams, 'attributes'> & { readonly attributes?: Maybe<Attributes> }
  >
  readonly value?: Maybe<string>
  readonly autocomplete?: Maybe<string>
  readonly showPasswordText?: Maybe<string>
  readonly hidePasswordText?: Maybe<string>
  readonly showPasswordAriaLabelText?: Maybe<string>
  readonly hidePasswordAriaLabelText?: Maybe<string>
  readonly passwordShownAnnouncementText?: Maybe<string>
  readonly passwordHiddenAnnouncementText?: Maybe<string>
  readonly button?: Maybe<{ readonly classes?: Maybe<string> }>
}

const settings = (params: PasswordInput): Attributes => ({
  'data-module': 'govuk-password-input',
  ...translations('show-password', params.showPasswordText),
  ...translations('hide-password', params.hidePasswordText),
  ...translations('show-password-aria-label', params.showPasswordAriaLabelText),
  ...translations('hide-password-aria-label', params.hidePasswordAriaLabelText),
  ...translations('password-shown-announcement', params.passwordShownAnnouncementText),
  ...translations('password-hidden-announcement', params.passwordHiddenAnnouncementText),
  ...params.formGroup?.attributes,
})

const toggle = (params: PasswordInput, id: string | undefined): Html =>
  button({
    type: 'button',
    classes: classNames(
      'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
      params.button?.classes,
    ),
    text: params.showPasswordText ?? 'Show',
    attributes: {
      'aria-controls': id,
      'aria-label': params.showPasswordAriaLabelText ?? 'Show password',
      hidden: { value: true, optional: true },
    },
  })

/** GOV.UK password input with a button that shows what was typed. */
export function passwordInput(params: PasswordInput): Html {
  const id = params.id || params.name
  return input({
    ...params,
    formGroup: {
      classes: classNames('govuk-password-input', params.formGroup?.classes),
      attributes: settings(params),
      beforeInput: params.formGroup?.beforeInput,
      afterInput: { html: html`${toggle(params, id)}${contentOf(params.formGroup?.afterInput)}` },
    },
    inputWrapper: { classes: 'govuk-password-input__wrapper' },
    classes: classNames('govuk-password-input__input govuk-js-password-input-input', params.classes),
    id,
    type: 'password',
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: params.autocomplete || 'current-password',
  })
}
