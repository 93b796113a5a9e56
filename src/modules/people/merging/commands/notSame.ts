import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Says that two records are of two people: they are not offered as one again, and cannot be merged until it is withdrawn. */
export async function sayNotSame(
  work: Work,
  said: { readonly one: Uuid; readonly other: Uuid; readonly why: string },
): Promise<'said' | 'not_found'> {
  const { rows } = await sql<{ outcome: 'said' | 'not_found' }>`
    select access.say_not_same(${said.one}, ${said.other}, ${said.why}) as outcome`.execute(work.db())
  return rows[0]?.outcome ?? 'not_found'
}

/** Takes that back, with a reason. */
export async function withdrawNotSame(
  work: Work,
  withdrawn: { readonly id: Uuid; readonly why: string },
): Promise<'withdrawn' | 'not_found'> {
  const { rows } = await sql<{ outcome: 'withdrawn' | 'not_found' }>`
    select access.withdraw_not_same(${withdrawn.id}, ${withdrawn.why}) as outcome`.execute(work.db())
  return rows[0]?.outcome ?? 'not_found'
}
