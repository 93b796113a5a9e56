import type { UserClass } from '#platform/db'
import type { NavigationItem } from '#platform/http'
import { type Group, groups, places, rank } from './places.ts'

/** As many as fit in one row beside the service's name. */
const MOST = 7
export const MENU = '/menu'

/** Entries of one class of user: in the row above each page, and whether there are more of them in the menu. */
export function entriesOf(items: readonly NavigationItem[], userClass: UserClass) {
  const own = items.filter(({ classes }) => classes.includes(userClass))
  if (own.length <= MOST) return { own, row: own, hasMore: false }
  const first = new Set(own.toSorted((a, b) => rank(a.href) - rank(b.href)).slice(0, MOST - 1))
  return { own, row: own.filter(item => first.has(item)), hasMore: true }
}

type Link = {
  readonly text: string
  readonly href: string
  readonly current: boolean
  readonly active?: boolean
}

/** The row of a page: its own entry is current, or the menu is where that entry is found. */
export function rowOf(
  items: readonly NavigationItem[],
  userClass: UserClass,
  current: string | undefined,
): readonly Link[] {
  const { own, row, hasMore } = entriesOf(items, userClass)
  const isCurrent = ({ href, text }: NavigationItem) =>
    current !== undefined && [href, text].includes(current)
  const links = row.map(item => ({ text: item.text, href: item.href, current: isCurrent(item) }))
  if (!hasMore) return links
  const isInside = own.some(item => isCurrent(item) && !row.includes(item))
  return [...links, { text: 'More', href: MENU, current: current === MENU, active: isInside }]
}

/** Everything that one class of user may open, under its headings. */
export function menuOf(items: readonly NavigationItem[], userClass: UserClass) {
  const { own } = entriesOf(items, userClass)
  const groupOf = ({ href }: NavigationItem): Group => places[href]?.group ?? 'Running the service'
  return groups
    .map(group => ({ group, items: own.filter(item => groupOf(item) === group) }))
    .filter(({ items: inside }) => inside.length > 0)
}
