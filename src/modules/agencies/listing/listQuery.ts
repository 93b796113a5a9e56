import { z } from 'zod'
import { pageSize } from './pageLinks.ts'

/** What every list's address may say: which page, and whether as CSV. A number that is no page means the first. */
export const listQuery = {
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  format: z.enum(['csv']).optional().catch(undefined),
}

/** The rows of one page, for lists that are read whole. */
export function onPage<Row>(rows: readonly Row[], page: number): readonly Row[] {
  return rows.slice((page - 1) * pageSize, page * pageSize)
}
