import { sql } from 'kysely'
import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Split } from './readSplits.ts'

/** A child who goes with their worker, and how far that is. */
export type Moving = {
  readonly personId: Uuid
  readonly workerId: Uuid
  readonly role: 'lead_social_worker' | 'lead_practitioner'
  /** asked: a transfer waits for its answer, to this new team or to another. */
  readonly state: 'old' | 'asked' | 'moved'
  readonly transferId: Uuid | null
  /** Whether the reader manages the case, so that the transfer is theirs to ask. */
  readonly isTheirs: boolean
  /** The family that the child joined last, by which brothers and sisters move together; their own id when there is none. */
  readonly familyId: Uuid
}

/** Children whom the reader may see of the workers who go: still with the old team, or with the new one already. */
export async function childrenMoving(work: Work, split: Split): Promise<readonly Moving[]> {
  if (split.workers.length === 0 || work.actor.class === 'administrator') return []
  const directs = work.actor.class === 'practitioner' || work.actor.class === 'duty'
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('allocation as a')
    .select(['a.person_id as personId', 'a.worker_id as workerId', 'a.team_id as teamId', 'a.role'])
    .select(
      sql<Uuid | null>`(select t.id from transfer t where t.person_id = a.person_id and t.decided_at is null)`.as(
        'transferId',
      ),
    )
    .select((directs ? sql<boolean>`access.directs(a.person_id)` : sql<boolean>`false`).as('isTheirs'))
    .select(
      sql<Uuid>`coalesce((select m.family_id from family_member m where m.person_id = a.person_id and m.role = 'child'
        and (m.ended_on is null or m.ended_on >= ${work.today}) order by m.started_on desc nulls last, m.id limit 1), a.person_id)`.as(
        'familyId',
      ),
    )
    .where(
      'a.worker_id',
      'in',
      split.workers.map(({ id }) => id),
    )
    .where('a.team_id', 'in', [split.teamId, ...(split.intoTeamId === null ? [] : [split.intoTeamId])])
    .where('a.role', 'in', ['lead_social_worker', 'lead_practitioner'])
    .where('a.ended_on', 'is', null)
    .orderBy('a.worker_id')
    .orderBy('a.id')
    .execute()
  return rows.flatMap(({ workerId, teamId, role, ...child }) => {
    if (workerId === null || (role !== 'lead_social_worker' && role !== 'lead_practitioner')) return []
    const state = teamId === split.intoTeamId ? 'moved' : child.transferId === null ? 'old' : 'asked'
    return [{ ...child, workerId, role, state } as const]
  })
}

/** Those whose transfer the reader may ask for now. */
export const movable = (moving: readonly Moving[]): readonly Moving[] =>
  moving.filter(({ state, isTheirs }) => state === 'old' && isTheirs)
