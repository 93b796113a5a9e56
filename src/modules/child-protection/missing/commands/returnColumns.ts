import type { Return } from '../rules/episode.ts'

/** How an absence ended, as the columns of its row. */
export const returnColumns = (returned: Return | null) => ({
  found_at: returned?.at ?? null,
  found_where: returned?.where ?? null,
  found_how: returned?.how ?? null,
  returned_to: returned?.to ?? null,
  returned_how: returned?.remark ?? null,
})
