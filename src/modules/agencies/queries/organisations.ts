import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AgenciesTables } from '../tables.ts'

/** An organisation that workers belong to. */
export type Organisation = {
  readonly id: Uuid
  readonly name: string
  readonly kind: AgenciesTables['organisation']['kind']
  readonly telephone: string | null
  /** Where letters to it go; null when nobody entered it. */
  readonly addressLines: string | null
  readonly postcode: string | null
  readonly endedOn: Temporal.PlainDate | null
}

/** Every organisation by name, ended ones too. */
export async function organisations(work: Work): Promise<readonly Organisation[]> {
  const rows = await work
    .db<AgenciesTables>()
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'telephone', 'address_lines', 'postcode', 'ended_on'])
    .orderBy('name')
    .execute()
  return rows.map(({ ended_on, address_lines, ...row }) => ({
    ...row,
    addressLines: address_lines,
    endedOn: ended_on,
  }))
}
