import type { Attributes } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { button } from '../govuk/button.ts'
import { type Content, contentOf, type Maybe } from '../parameters.ts'

export interface InterruptionAction {
  readonly text: string
  readonly href?: Maybe<string>
  readonly style?: Maybe<'link' | 'button'>
  readonly attributes?: Maybe<Attributes>
}

export interface InterruptionCard extends Content {
  readonly heading: string
  readonly primaryAction: InterruptionAction
  readonly secondaryAction?: Maybe<InterruptionAction>
}

const asLink = (action: InterruptionAction): Html =>
  html`<a class="govuk-link govuk-link--inverse" href="${action.href}">${action.text}</a>`

const asButton = (action: InterruptionAction): Html =>
  button({
    text: action.text,
    classes: 'govuk-button--inverse',
    href: action.href,
    preventDoubleClick: true,
    attributes: action.attributes,
  })

function secondary(action: InterruptionAction | undefined): Html {
  if (!action) return nothing
  return action.style === 'button' ? asButton(action) : asLink(action)
}

/** MoJ interruption card: makes a person stop before something serious or surprising. To be used sparingly. */
export function interruptionCard(params: InterruptionCard): Html {
  const { primaryAction } = params
  return html`<div class="moj-interruption-card">
  <div class="moj-interruption-card__content">
    <h1 class="moj-interruption-card__heading">${params.heading}</h1>
    <div class="moj-interruption-card__body">${contentOf(params)}</div>
    <div class="govuk-button-group moj-interruption-card__actions">
      ${primaryAction.style === 'link' ? asLink(primaryAction) : asButton(primaryAction)}
      ${secondary(params.secondaryAction)}
    </div>
  </div>
</div>`
}
