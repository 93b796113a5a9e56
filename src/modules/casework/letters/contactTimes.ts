import type { PeopleTables } from '#modules/people'
import type { Work } from '#platform/db'
import type { LetterRecipient } from './letterRecipients.ts'

/** A way to reach somebody, and whether and when it is safe. */
export type ContactTimes = {
  readonly kind: 'mobile' | 'telephone' | 'email'
  readonly value: string
  readonly isSafe: boolean
  readonly safeTimes: string | null
}

/** The recipient's present ways of contact, unsafe ones first. */
export async function contactTimes(
  work: Work,
  recipient: Pick<LetterRecipient, 'kind' | 'id'>,
): Promise<readonly ContactTimes[]> {
  if (recipient.kind !== 'person') return []
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('person_contact')
    .select(['kind', 'value', 'is_safe', 'safe_times'])
    .where('person_id', '=', recipient.id)
    .where(({ eb, or }) => or([eb('ended_on', 'is', null), eb('ended_on', '>=', work.today)]))
    .orderBy('is_safe')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    kind: row.kind,
    value: row.value,
    isSafe: row.is_safe,
    safeTimes: row.safe_times,
  }))
}
