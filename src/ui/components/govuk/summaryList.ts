import { attributes } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import {
  type Content,
  classNames,
  contentOf,
  each,
  type Items,
  type Maybe,
  present,
  type Styling,
} from '../parameters.ts'
import {
  actionLink,
  type SummaryActions,
  type SummaryCard,
  type SummaryCardTitle,
  summaryCard,
} from './summaryCard.ts'

export interface SummaryCell extends Content {
  readonly classes?: Maybe<string>
}

export interface SummaryRow {
  readonly key: SummaryCell
  readonly value?: Maybe<SummaryCell>
  readonly actions?: Maybe<SummaryActions>
  readonly classes?: Maybe<string>
}

export interface SummaryList extends Styling {
  readonly rows: Items<SummaryRow>
  readonly card?: Maybe<SummaryCard>
}

function rowActions(actions: SummaryActions | undefined, cardTitle: SummaryCardTitle | undefined): Html {
  const items = actions?.items ?? []
  const [only] = items
  if (only === undefined) return nothing
  const item = (action: typeof only): Html =>
    html`<li class="govuk-summary-list__actions-list-item">${actionLink(action, cardTitle)}</li>`
  const inside =
    items.length === 1
      ? actionLink(only, cardTitle)
      : html`<ul class="govuk-summary-list__actions-list">${items.map(item)}</ul>`
  return html`<dd class="${classNames('govuk-summary-list__actions', actions?.classes)}">${inside}</dd>`
}

function summaryRow(row: SummaryRow, params: SummaryList, anyActions: boolean): Html {
  const bare = anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions'
  return html`<div class="${classNames('govuk-summary-list__row', bare, row.classes)}">
    <dt class="${classNames('govuk-summary-list__key', row.key.classes)}">${contentOf(row.key)}</dt>
    <dd class="${classNames('govuk-summary-list__value', row.value?.classes)}">${contentOf(row.value)}</dd>
    ${rowActions(row.actions, params.card?.title)}
  </div>`
}

/** GOV.UK summary list: facts by name, each with its actions; in a card when `card` is given. */
export function summaryList(params: SummaryList): Html {
  const anyActions = present(params.rows).some(row => row.actions?.items?.length)
  const list = html`<dl class="${classNames('govuk-summary-list', params.classes)}"${attributes(params.attributes)}>
  ${each(params.rows, row => summaryRow(row, params, anyActions))}
</dl>`
  return params.card ? summaryCard(params.card, list) : list
}
