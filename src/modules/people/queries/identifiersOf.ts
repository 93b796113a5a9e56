import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { checkIdentifier, type IdentifierKind, identifierLabels } from '../rules/identifierRemark.ts'
import type { PeopleTables } from '../tables.ts'

export type PersonIdentifier = {
  readonly id: Uuid
  readonly kind: IdentifierKind
  readonly label: string
  readonly value: string
  /** What is amiss with its check digit, or null. */
  readonly remark: string | null
  readonly startedOn: Temporal.PlainDate | null
  readonly endedOn: Temporal.PlainDate | null
  readonly recordedFrom: Temporal.Instant
}

/** @returns every identifier of the person, present ones first */
export async function identifiersOf(work: Work, personId: Uuid): Promise<readonly PersonIdentifier[]> {
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('person_identifier')
    .select(['id', 'kind', 'value', 'started_on', 'ended_on', 'recorded_from'])
    .where('person_id', '=', personId)
    .orderBy('ended_on', order => order.desc().nullsFirst())
    .orderBy('kind')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    label: identifierLabels[row.kind],
    value: row.value,
    remark: checkIdentifier(row.kind, row.value).remark,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    recordedFrom: row.recorded_from,
  }))
}
