import { sql } from 'kysely'

/**
 * Every column of audit.entry `e` as one text, always the same for the same row. It stands in the query and not in a
 * function of the database: whoever rewrites entries there could rewrite that too.
 */
export const canonicalEntry = sql<string>`json_build_array(e.id,
  to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.xid::text, e.actor_id, e.class, e.purpose, e.action,
  e.resource, e.subject_ids, e.row_ids, e.relationship,
  to_char(e.known_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.correlation, e.detail)::text`

/** The columns it holds, in its order; a test compares them with the table's. */
export const canonicalColumns = [
  'id',
  'at',
  'xid',
  'actor_id',
  'class',
  'purpose',
  'action',
  'resource',
  'subject_ids',
  'row_ids',
  'relationship',
  'known_at',
  'correlation',
  'detail',
] as const
