import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AgenciesTables } from '../tables.ts'

/** A service area and its districts. */
export type ServiceArea = {
  readonly id: Uuid
  readonly name: string
  readonly districts: readonly string[]
  readonly endedOn: Temporal.PlainDate | null
}

/** Every service area by name, ended ones too. */
export async function areas(work: Work): Promise<readonly ServiceArea[]> {
  const rows = await work
    .db<AgenciesTables>()
    .selectFrom('service_area')
    .select(['id', 'name', 'districts', 'ended_on'])
    .orderBy('name')
    .execute()
  return rows.map(({ ended_on, ...row }) => ({ ...row, endedOn: ended_on }))
}
