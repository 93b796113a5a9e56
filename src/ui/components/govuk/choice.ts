import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import {
  type Content,
  classNames,
  contentOf,
  hasContent,
  isFilled,
  type Maybe,
  type Styling,
} from '../parameters.ts'
import { type Fieldset, fieldset } from './fieldset.ts'
import { describe, type FieldGroupParams, formGroup } from './formGroup.ts'
import { type Hint, hint } from './hint.ts'
import { label } from './label.ts'

/** One radio or checkbox, or with `divider` the word between two of them. */
export interface Choice extends Content, Pick<Styling, 'attributes'> {
  readonly id?: Maybe<string>
  readonly value?: Maybe<string | number>
  readonly label?: Maybe<Styling>
  readonly hint?: Maybe<Hint>
  readonly divider?: Maybe<string>
  readonly checked?: Maybe<boolean>
  /** Shown while this one is chosen. */
  readonly conditional?: Maybe<{ readonly html?: Maybe<Html> }>
  readonly disabled?: Maybe<boolean>
}

/** What radios and checkboxes have in common. */
export interface ChoiceGroup extends FieldGroupParams {
  readonly name?: Maybe<string>
  /** Start of every id; the name when left out. The first control has it bare, so that errors can link to it. */
  readonly idPrefix?: Maybe<string>
  readonly fieldset?: Maybe<Fieldset>
}

interface Control {
  readonly kind: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string | undefined
  readonly isChecked: boolean
  readonly describedBy?: string
  readonly behaviour?: Maybe<string>
}

/** One control with its label, hint and conditional part. */
export function choice(item: Choice, control: Control): Html {
  const block = control.kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  if (item.divider) return html`<div class="${block}__divider">${item.divider}</div>`
  const hintId = item.hint && hasContent(item.hint) ? `${control.id}-item-hint` : undefined
  const conditionalId = `conditional-${control.id}`
  const reveals = isFilled(item.conditional?.html)
  const own = attributes({
    class: `${block}__input`,
    id: control.id,
    name: control.name,
    type: control.kind,
    value: item.value,
    checked: unlessEmpty(control.isChecked),
    disabled: unlessEmpty(item.disabled),
    'data-aria-controls': unlessEmpty(reveals && conditionalId),
    'data-behaviour': unlessEmpty(control.behaviour),
    'aria-describedby': unlessEmpty(classNames(control.describedBy, hintId)),
  })
  const words = label({
    html: item.html,
    text: item.text,
    classes: classNames(`${block}__label`, item.label?.classes),
    attributes: item.label?.attributes,
    for: control.id,
  })
  const shownHint = hintId
    ? hint({ ...item.hint, id: hintId, classes: classNames(`${block}__hint`, item.hint?.classes) })
    : nothing
  const hidden = !control.isChecked && `${block}__conditional--hidden`
  return html`<div class="${block}__item">
      <input${own}${attributes(item.attributes)}>
      ${words}${shownHint}
    </div>
    ${reveals ? html`<div class="${classNames(`${block}__conditional`, hidden)}" id="${conditionalId}">${item.conditional?.html}</div>` : nothing}`
}

/** The form group, fieldset, hint and error around a list of controls. */
export function choiceGroup(
  kind: Control['kind'],
  params: ChoiceGroup,
  describedBy: string | undefined,
  items: (describedBy: string) => readonly Html[],
): Html {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  const description = describe(params.idPrefix || params.name, params, describedBy)
  const inside = html`${description.furniture}
  <div class="${classNames(block, params.classes)}"${attributes(params.attributes)} data-module="${block}">
    ${contentOf(params.formGroup?.beforeInputs)}
    ${items(description.describedBy)}
    ${contentOf(params.formGroup?.afterInputs)}
  </div>`
  const set = params.fieldset
    ? fieldset({ ...params.fieldset, role: undefined, describedBy: description.describedBy, html: inside })
    : inside
  return formGroup(params, set)
}
