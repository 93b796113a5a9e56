import { type Html, html, mojPagination, nothing } from '#ui'

/** Rows on a page of a list. */
export const pageSize = 50

/** An address with some of its parameters changed; null or an empty text takes one out. Any change returns to page 1. */
export function withQuery(path: string, changes: Readonly<Record<string, string | number | null>>): string {
  const [place = '', query = ''] = path.split('?')
  const parameters = new URLSearchParams(query)
  if (!('page' in changes)) parameters.delete('page')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') parameters.delete(name)
    else parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return text === '' ? place : `${place}?${text}`
}

/**
 * Numbered pages under a list, and how many there are in all.
 * @param path of this page with its query, which the links keep
 * @param what is counted, such as "workers"
 */
export function pageLinks(path: string, page: number, count: number, what: string): Html {
  const pages = Math.max(1, Math.ceil(count / pageSize))
  if (count <= 1) return nothing // one row needs no count
  const to = (number: number): string => withQuery(path, { page: number })
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    number => number === 1 || number === pages || Math.abs(number - page) <= 2,
  )
  const items = near.flatMap((number, index) => [
    ...((near[index - 1] ?? number - 1) < number - 1 ? [{ ellipsis: true }] : []),
    { number, href: to(number), current: number === page },
  ])
  return mojPagination({
    landmarkLabel: 'Pages of this list',
    items: pages > 1 ? items : [],
    ...(page > 1 ? { previous: { href: to(page - 1) } } : {}),
    ...(page < pages ? { next: { href: to(page + 1) } } : {}),
    results: { count, from: (page - 1) * pageSize + 1, to: Math.min(count, page * pageSize), text: what },
  })
}

/** The link that downloads the whole list, as filtered, for a spreadsheet. */
export function csvLink(path: string, words = 'Download this list (CSV)'): Html {
  return html`<p class="govuk-body"><a class="govuk-link" href="${withQuery(path, { format: 'csv' })}">${words}</a></p>`
}
