import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, details, type Html, html, radios, textarea } from '#ui'
import type { ShownShare } from './plainView.ts'

/** What somebody who was given the plan says of it, in their words. */
export function answerForm(personId: Uuid, share: ShownShare, keys: FormKeys): Html {
  const prefix = share.id
  const shown = share.typed ?? share
  const three = (
    name: string,
    legend: string,
    words: readonly [string, string, string],
    value: string | null,
  ) =>
    radios({
      name,
      idPrefix: `${name}-${prefix}`,
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
      items: [
        { value: 'yes', text: words[0] },
        { value: 'partly', text: words[1] },
        { value: 'no', text: words[2] },
      ],
      value: value ?? undefined,
    })
  return details({
    open: share.typed !== undefined,
    summaryHtml: html`What they say of it<span class="govuk-visually-hidden">: ${share.recipientName}</span>`,
    html: html`<form method="post" action="/people/${personId}/plan/shares/${share.id}" novalidate data-keep-on-failure>
${formFields(keys)}
<input type="hidden" name="version" value="${share.version}">
${three('understood', 'Do they understand the plan?', ['Yes', 'In part', 'No'], shown.understood)}
${three('agrees', 'Do they agree with it?', ['Yes', 'In part', 'No, they disagree'], shown.agrees)}
${textarea({ id: `words-${prefix}`, name: 'words', rows: 2, label: { text: 'Their words', classes: 'govuk-label--s' }, value: shown.words ?? undefined })}
${button({ text: 'Save what they say', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`,
  })
}
