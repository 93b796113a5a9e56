import { attributes } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Content, classNames, contentOf, type Maybe, type Styling } from '../parameters.ts'
import { type Tag, tag } from './tag.ts'

export interface PhaseBanner extends Content, Styling {
  readonly tag?: Maybe<Tag>
}

/** GOV.UK phase banner: a tag and a sentence under the header. */
export function phaseBanner(params: PhaseBanner): Html {
  const label = tag({
    text: params.tag?.text,
    html: params.tag?.html,
    classes: classNames('govuk-phase-banner__content__tag', params.tag?.classes),
  })
  return html`<div class="${classNames('govuk-phase-banner govuk-width-container', params.classes)}"${attributes(params.attributes)}>
  <p class="govuk-phase-banner__content">
    ${label}
    <span class="govuk-phase-banner__text">${contentOf(params)}</span>
  </p>
</div>`
}
