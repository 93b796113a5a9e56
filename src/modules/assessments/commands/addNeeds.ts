import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { Discipline, NeedKind } from '../rules/needWords.ts'

/** A need found in an assessment, of each of these children or of a parent of theirs. */
export type NeedWanted = {
  /** In whose records it stands. */
  readonly personIds: readonly Uuid[]
  /** The parent whose need it is; null for the children's own. */
  readonly adultId: Uuid | null
  readonly kind: NeedKind
  readonly description: string | null
  readonly notedOn: Temporal.PlainDate
  readonly discipline: Discipline
}

/** Keeps a need for each child, so that a plan can answer each: needs belong to a person, not to a family. */
export async function addNeeds(work: Work, jointId: Uuid, wanted: NeedWanted): Promise<void> {
  if (wanted.personIds.length === 0) return
  const rows = wanted.personIds.map(personId => ({
    id: makeUuid(),
    person_id: personId,
    adult_id: wanted.adultId,
    kind: wanted.kind,
    description: wanted.description,
    noted_on: wanted.notedOn,
    noted_by_discipline: wanted.discipline,
    noted_by: work.actor.id,
    source_kind: 'assessment',
    source_id: jointId,
  }))
  await work.db<CaseworkTables>().insertInto('need').values(rows).execute()
}
