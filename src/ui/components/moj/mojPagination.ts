import { type Html, html, nothing } from '../../html.ts'
import { type Pagination, pagination } from '../govuk/pagination.ts'
import { classNames, type Maybe, present } from '../parameters.ts'

export interface PaginationResults {
  /** What is counted; "results" when left out. */
  readonly text?: Maybe<string>
  readonly count?: Maybe<number>
  readonly from?: Maybe<number>
  readonly to?: Maybe<number>
  readonly pages?: Maybe<{ readonly current: number; readonly count: number }>
}

export interface MojPagination extends Pagination {
  readonly results?: Maybe<PaginationResults>
}

function sentence(results: PaginationResults, hasPages: boolean): string | undefined {
  const { text = 'results', count, from, to, pages } = results
  if (hasPages && pages) return `Page ${pages.current} of ${pages.count}`
  if (hasPages && from && to && count) return `Showing ${from} to ${to} of ${count} total ${text}`
  if (hasPages && from && to) return `Showing ${text} ${from} to ${to}`
  return count ? `${count} total ${text}` : undefined
}

/** MoJ pagination: numbered pages under a list, and how many there are in all. */
export function mojPagination(params: MojPagination): Html {
  const items = present(params.items)
  const pages = pagination({
    items,
    previous: params.previous,
    next: params.next,
    landmarkLabel: params.landmarkLabel,
    classes: classNames('moj-pagination__pagination', params.classes),
    attributes: params.attributes,
  })
  const results = params.results && sentence(params.results, items.length > 0)
  return html`<div class="moj-pagination">
  ${items.length > 1 ? pages : nothing}
  ${results ? html`<p class="moj-pagination__results">${results}</p>` : nothing}
</div>`
}
