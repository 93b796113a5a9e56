import type { AgenciesTables } from '#modules/agencies'
import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Who leads the case of a child today, and the team that answers for it. */
export type Holder = { readonly personId: Uuid; readonly workerId: Uuid | null; readonly teamId: Uuid }

const roles = ['lead_social_worker', 'lead_practitioner', 'queue'] as const
const places: ReadonlyMap<string, number> = new Map(roles.map((role, place) => [role, place]))

/** The lead of each of these children, or the team in whose queue they wait; the lead first. */
export async function holdersOf(work: Work, personIds: readonly Uuid[]): Promise<readonly Holder[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('allocation')
    .select(['person_id', 'worker_id', 'team_id', 'role'])
    .where('person_id', 'in', personIds)
    .where('role', 'in', roles)
    .where('started_on', '<=', work.today)
    .where(eb => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', work.today)]))
    .orderBy('started_on', 'desc')
    .orderBy('id')
    .execute()
  const place = (role: string): number => places.get(role) ?? roles.length
  return rows
    .toSorted((one, other) => place(one.role) - place(other.role))
    .map(row => ({ personId: row.person_id, workerId: row.worker_id, teamId: row.team_id }))
}

/** Managers of a team today. */
export async function managersOf(work: Work, teamId: Uuid): Promise<readonly Uuid[]> {
  const rows = await work
    .db<AgenciesTables>()
    .selectFrom('post')
    .select('worker_id')
    .distinct()
    .where('team_id', '=', teamId)
    .where('role', 'in', ['team_manager', 'duty_manager'])
    .where('started_on', '<=', work.today)
    .where(eb => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', work.today)]))
    .execute()
  return rows.map(row => row.worker_id)
}
