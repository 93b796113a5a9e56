import { sql } from 'kysely'
import type { Work } from '#platform/db'

/** Something that was sent on to another council by hand, without of whom. */
export type SentOn = {
  readonly sentAt: Temporal.Instant
  readonly council: string
  readonly what: keyof typeof whatWords
  readonly how: string
  readonly notShared: string | null
  readonly identifier: 'nhs_number' | 'not_told'
}

export const whatWords = {
  visit: 'A visit to hospital: what the hospital told',
  correction: 'A correction of a visit',
  notice: 'A notice of the police or a school',
} as const

/** What was sent on until now, newest first: for whoever answers for what leaves. */
export async function readSentOn(work: Work, limit: number): Promise<readonly SentOn[]> {
  const { rows } = await sql<SentOn>`
    select sent_at as "sentAt", council, what, how, not_shared as "notShared", identifier from access.sent_to_councils(${work.now}, ${limit})`.execute(
    work.db(),
  )
  return rows
}
