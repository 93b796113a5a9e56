import type pg from 'pg'
import { makeUuid } from '#platform/ids'
import type { World } from './world.ts'

/** Records opened with a reason or by a reference. @param owner of the schema, who can take the gatekeeper's place */
export async function tellOpenings(owner: pg.Client, world: World): Promise<void> {
  for (const one of world.openings) {
    await asGatekeeper(
      owner,
      `insert into access.opening (actor_id, subject_id, kind, opened_at, ends_at, reason_code, reason)
       values ($1, $2, $3, $4, $5, 'other', 'An invented reason')`,
      [one.actorId, one.subjectId, one.kind, one.openedAt.toString(), one.endsAt.toString()],
    )
  }
}

/** Restrictions with their lists. @param owner likewise */
export async function tellRestrictions(owner: pg.Client, world: World): Promise<void> {
  for (const one of world.restrictions) {
    const id = makeUuid()
    await asGatekeeper(
      owner,
      `insert into access.restriction (id, subject_id, starts_at, ends_at, reason) values ($1, $2, $3, $4, 'other')`,
      [id, one.subjectId, one.startsAt.toString(), one.endsAt.toString()],
    )
    await asGatekeeper(
      owner,
      'insert into access.restriction_member (restriction_id, actor_id) select $1, unnest($2::uuid[])',
      [id, one.members],
    )
  }
}

/** Who knows whom in private life. @param owner likewise */
export async function tellConflicts(owner: pg.Client, world: World): Promise<void> {
  for (const one of world.conflicts) {
    await asGatekeeper(
      owner,
      `insert into access.conflict (actor_id, subject_id, kind, declared_by, starts_at, ends_at)
       values ($1, $2, 'friend_or_neighbour', $1, $3, $4)`,
      [one.workerId, one.personId, one.startsAt.toString(), one.endsAt.toString()],
    )
  }
}

/** Who is kept from finding whom. @param owner likewise */
export async function tellWalls(owner: pg.Client, world: World): Promise<void> {
  for (const one of world.walls) {
    await asGatekeeper(
      owner,
      `insert into access.wall (from_id, protected_ids, reason, made_by, starts_at, ends_at)
       values ($1, $2, 'They must not be found', $3, $4, $5)`,
      [one.fromId, one.protectedIds, world.workers[0]?.id, one.startsAt, one.endsAt].map(value =>
        value instanceof Temporal.Instant ? value.toString() : value,
      ),
    )
  }
}

/** Nobody acts as the gatekeeper: only the owner of the schema can take its place. */
export async function asGatekeeper(owner: pg.Client, text: string, values: unknown[]): Promise<void> {
  await owner.query("begin; select set_config('role', platform.role_name('gatekeeper')::text, true)")
  try {
    await owner.query(text, values)
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}
