import { type Restriction, type RestrictionReason, restrictionOf } from '#modules/access'
import { mergedIdsOf } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { formatDateTime } from '#ui'
import { restrictionReasons } from './page.ts'

/** Records merged into this one that keep a list of their own, on which the reader is: it goes on keeping people out. */
export async function restrictedMerged(work: Work, personId: Uuid): Promise<readonly Uuid[]> {
  const found: Uuid[] = []
  for (const id of await mergedIdsOf(work, personId)) if (await restrictionOf(work, id)) found.push(id)
  return found
}

/** What the form of a restriction is filled with. */
export const standing = ({ reason, note, endsAt }: Restriction): unknown => [reason, note, endsAt]

/** A restriction in a line, for comparing two. */
export const inWords = (
  reason: RestrictionReason,
  note: string | null,
  endsAt: Temporal.Instant | null,
): string =>
  [restrictionReasons[reason], note, endsAt ? `until ${formatDateTime(endsAt)}` : 'no end set']
    .filter(Boolean)
    .join('. ')
