import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Content, classNames, contentOf, type Maybe, type Styling } from '../parameters.ts'

export interface Details extends Content, Styling {
  readonly summaryText?: Maybe<string>
  readonly summaryHtml?: Maybe<Html>
  readonly id?: Maybe<string>
  readonly open?: Maybe<boolean>
}

/** GOV.UK details: a summary that opens to show more. */
export function details(params: Details): Html {
  const before = attributes({ id: unlessEmpty(params.id) })
  const open = attributes({ open: unlessEmpty(params.open) })
  return html`<details${before} class="${classNames('govuk-details', params.classes)}"${attributes(params.attributes)}${open}>
  <summary class="govuk-details__summary">
    <span class="govuk-details__summary-text">${contentOf({ text: params.summaryText, html: params.summaryHtml })}</span>
  </summary>
  <div class="govuk-details__text">${contentOf(params)}</div>
</details>`
}
