import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, checkboxes, errorsAbove, type FieldErrors, type Html, html, nothing, radios } from '#ui'
import { type LetterRecipient, recipientKey } from '../../letters/letterRecipients.ts'
import { letterTemplates } from '../../letters/templates.ts'
import type { FamilyChild } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'

/** Everything that the choice of a letter shows. */
export type NewLetterView = {
  readonly personId: Uuid
  readonly recipients: readonly LetterRecipient[]
  /** Those of whom the writer may write, the person first. */
  readonly children: readonly FamilyChild[]
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
}

/** Who the letter goes to and what kind it is. */
export function newLetterPage({ personId, recipients, children, sent, errors, keys }: NewLetterView): Html {
  const typed = new Fields(sent)
  const siblings = children.filter(({ id }) => id !== personId)
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Write a letter</h1>
<form method="post" action="/people/${personId}/letters/new" novalidate data-keep-on-failure>
  ${formFields(keys)}
  ${radios({
    name: 'recipient',
    idPrefix: 'recipient',
    fieldset: { legend: { text: 'Who does it go to?', classes: 'govuk-fieldset__legend--m' } },
    hint: {
      text: 'Only people and organisations of this record. Add somebody under Family or Who is involved first.',
    },
    items: recipients.map(one => ({
      value: recipientKey(one),
      text: one.name,
      hint: { text: one.relation },
    })),
    value: typed.typed('recipient'),
    errorMessage: errors.of('recipient'),
  })}
  ${radios({
    name: 'template',
    idPrefix: 'template',
    fieldset: { legend: { text: 'What kind of letter?', classes: 'govuk-fieldset__legend--m' } },
    items: letterTemplates.map(({ id, name, audience }) => ({
      value: id,
      text: name,
      hint: {
        text:
          audience.length > 1
            ? 'For the family or a professional'
            : audience[0] === 'family'
              ? 'For the family'
              : 'For a professional',
      },
    })),
    value: typed.typed('template'),
    errorMessage: errors.of('template'),
  })}
  ${
    siblings.length === 0
      ? nothing
      : checkboxes({
          name: 'children',
          idPrefix: 'children',
          fieldset: {
            legend: { text: 'Is it about others of the children too?', classes: 'govuk-fieldset__legend--m' },
          },
          items: siblings.map(child => ({ value: child.id, text: child.displayName })),
          values: siblings.filter(({ id }) => typed.isTicked('children', id)).map(({ id }) => id),
        })
  }
  ${button({ text: 'Continue', preventDoubleClick: true })}
</form>`
}
