import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** The team that receives contacts: the front door, else a duty team. Read by the public form's service too, so the team alone. */
export async function receivingTeam(work: Work): Promise<{
  readonly id: Uuid
  readonly name: string
  readonly telephone: string | null
} | null> {
  const rows = await work
    .db<AgenciesTables>()
    .selectFrom('team')
    .select(['id', 'name', 'kind', 'telephone'])
    .where('kind', 'in', ['front_door', 'duty'])
    .where(eb => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', work.today)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.find(({ kind }) => kind === 'front_door') ?? rows[0] ?? null
}
