import type { AccessTables } from '#modules/access'

/** Ties that make a child somebody's to work with: neither what one opens for oneself, nor a list for one person, nor a first week. */
export const holdingReasons: readonly AccessTables['access.entry']['reason'][] = [
  'allocation',
  'sibling',
  'team',
  'area',
  'duty_queue',
  'contact',
]
