import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** One act upon a person's record: who, as what, why and how they could. */
export type Look = {
  readonly id: number
  readonly at: Temporal.Instant
  /** Name of the worker; null for the service itself. */
  readonly worker: string | null
  readonly class: string | null
  readonly purpose: string | null
  readonly action: string
  readonly resource: string
  /** Why the database let them, at that moment. */
  readonly relationship: string | null
  /** The past moment that was looked at, if not the present. */
  readonly knownAt: Temporal.Instant | null
}

/** A page of looks, newest first. `next`: where older ones go on, or null at the end. */
export type Looks = { readonly looks: readonly Look[]; readonly next: number | null }

/**
 * Who has looked at this person's record or changed it. Answers nothing at all to whoever does not hold the record
 * themselves (class B2), as for a person who does not exist. In known-at mode, what had been done by that instant.
 * @param before from `next` of the page before; null begins at the newest
 * @param most how many at once, at most 10,000
 */
export async function looksAtRecord(
  work: Work,
  personId: Uuid,
  before: number | null = null,
  most = 50,
): Promise<Looks> {
  const { rows } = await sql<Look>`
    select id, at, worker, class, purpose, action, resource, relationship, known_at as "knownAt"
    from audit.looks_at(${personId}, ${before}, ${work.knownAt?.toString() ?? null}, ${most + 1})
    order by id desc`.execute(work.db())
  const looks = rows.slice(0, most)
  return { looks, next: rows.length > most ? (looks.at(-1)?.id ?? null) : null }
}
