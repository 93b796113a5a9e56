import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type PersonDetails, personDetails } from '../../queries/personDetails.ts'
import { possibleDuplicates } from '../../queries/possibleDuplicates.ts'
import type { PersonFound } from '../../queries/searchPeople.ts'
import type { PeopleTables } from '../../tables.ts'
import { whySame } from '../rules/whySame.ts'
import { mayMerge } from './mergeMark.ts'

/** Somebody who may be the same person, and why it seems so. */
export type Candidate = {
  readonly found: PersonFound
  readonly why: readonly string[]
  /** Both records are the acting person's to write. */
  readonly mayMerge: boolean
}

/** Somebody of whom it was said that they are another person. */
export type NotSame = {
  readonly id: Uuid
  readonly otherId: Uuid
  readonly why: string
  readonly saidBy: Uuid
  readonly saidAt: Temporal.Instant
}

export type Duplicates = {
  readonly person: PersonDetails
  readonly candidates: readonly Candidate[]
  readonly notSame: readonly NotSame[]
  /** Merges that stand or wait, in which this record goes on. */
  readonly mergeIds: readonly Uuid[]
}

/** @returns null when the person is absent or not the acting person's to see */
export async function duplicatesOf(work: Work, personId: Uuid): Promise<Duplicates | null> {
  const person = await personDetails(work, personId)
  if (!person) return null
  const notSame = await notSameAs(work, personId)
  const apart = new Set<Uuid>([personId, ...notSame.map(({ otherId }) => otherId)])
  const { summary, identifiers } = person
  const found = await possibleDuplicates(work, { ...summary, identifiers })
  const candidates: Candidate[] = []
  for (const row of found) {
    const id = row.held ? row.person.id : row.id
    if (apart.has(id)) continue
    const other = row.held ? await personDetails(work, id) : null
    const may = row.held ? (await mayMerge(work, personId, id)) !== null : false
    candidates.push({
      found: row,
      why: other ? whySame(person, other) : ['Name and date of birth, or a number, match'],
      mayMerge: may,
    })
  }
  return { person, candidates, notSame, mergeIds: await mergesOf(work, personId) }
}

async function notSameAs(work: Work, personId: Uuid): Promise<readonly NotSame[]> {
  const { rows } = await sql<NotSame>`
    select id, case person_id when ${personId} then other_id else person_id end as "otherId", why, said_by as "saidBy",
      said_at as "saidAt"
    from not_same_person where (person_id = ${personId} or other_id = ${personId}) and withdrawn_at is null
    order by said_at, id`.execute(work.db())
  return rows
}

async function mergesOf(work: Work, personId: Uuid): Promise<readonly Uuid[]> {
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('merge')
    .select('id')
    .where('survivor_id', '=', personId)
    .where('undone_at', 'is', null)
    .where('closed_at', 'is', null)
    .orderBy('asked_at')
    .execute()
  return rows.map(({ id }) => id)
}
