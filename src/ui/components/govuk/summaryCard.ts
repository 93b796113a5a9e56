import { attributes } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { type Content, classNames, contentOf, type Maybe, type Styling } from '../parameters.ts'

export interface SummaryAction extends Content, Styling {
  readonly href: string
  /** What the action is about, for those who hear links out of context. */
  readonly visuallyHiddenText?: Maybe<string>
}

export interface SummaryActions {
  readonly items?: Maybe<readonly SummaryAction[]>
  readonly classes?: Maybe<string>
}

export interface SummaryCardTitle extends Content {
  readonly headingLevel?: Maybe<number>
  readonly classes?: Maybe<string>
}

export interface SummaryCard extends Styling {
  readonly title?: Maybe<SummaryCardTitle>
  readonly actions?: Maybe<SummaryActions>
}

/** A "Change" link and the words only heard: what it changes, and in which card. */
export function actionLink(action: SummaryAction, cardTitle: SummaryCardTitle | undefined): Html {
  const about = action.visuallyHiddenText ? html` ${action.visuallyHiddenText}` : nothing
  const where = cardTitle ? html` (${contentOf(cardTitle)})` : nothing
  const hidden =
    action.visuallyHiddenText || cardTitle
      ? html`<span class="govuk-visually-hidden">${about}${where}</span>`
      : nothing
  return html`<a class="${classNames('govuk-link', action.classes)}" href="${action.href}"${attributes(action.attributes)}>${contentOf(action)}${hidden}</a>`
}

function cardTitle(title: SummaryCardTitle | undefined): Html {
  if (!title) return nothing
  const level = title.headingLevel || 2
  return html`<h${level} class="${classNames('govuk-summary-card__title', title.classes)}">${contentOf(title)}</h${level}>`
}

function cardActions(card: SummaryCard): Html {
  const items = card.actions?.items ?? []
  const [only] = items
  if (only === undefined) return nothing
  const classes = classNames('govuk-summary-card__actions', card.actions?.classes)
  if (items.length === 1) return html`<div class="${classes}">${actionLink(only, card.title)}</div>`
  const item = (action: SummaryAction): Html =>
    html`<li class="govuk-summary-card__action">${actionLink(action, card.title)}</li>`
  return html`<ul class="${classes}">${items.map(item)}</ul>`
}

/** The card around a summary list, or around any content of ours that belongs under one title. */
export function summaryCard(card: SummaryCard, content: Html): Html {
  return html`<div class="${classNames('govuk-summary-card', card.classes)}"${attributes(card.attributes)}>
  <div class="govuk-summary-card__title-wrapper">${cardTitle(card.title)}${cardActions(card)}</div>
  <div class="govuk-summary-card__content">${content}</div>
</div>`
}
