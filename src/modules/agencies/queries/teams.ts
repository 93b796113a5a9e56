import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AgenciesTables } from '../tables.ts'

/** A team and where it belongs. */
export type Team = {
  readonly id: Uuid
  readonly name: string
  readonly kind: AgenciesTables['team']['kind']
  readonly areaId: Uuid | null
  readonly areaName: string | null
  readonly organisationId: Uuid | null
  readonly organisationName: string | null
  readonly telephone: string | null
  readonly endedOn: Temporal.PlainDate | null
}

/** Teams by name. @param filter `areaId` narrows to a service area; `ended` takes in those that are no more */
export async function teams(
  work: Work,
  filter: { readonly areaId?: Uuid; readonly ids?: readonly Uuid[]; readonly ended?: boolean } = {},
): Promise<readonly Team[]> {
  let query = teamRows(work).orderBy('team.name')
  if (filter.areaId) query = query.where('team.service_area_id', '=', filter.areaId)
  if (filter.ids) query = query.where(eb => eb('team.id', '=', eb.fn.any(eb.val([...(filter.ids ?? [])]))))
  if (!filter.ended)
    query = query.where(eb => eb.or([eb('team.ended_on', 'is', null), eb('team.ended_on', '>=', work.today)]))
  return (await query.execute()).map(asTeam)
}

/** One team, or null. */
export async function team(work: Work, id: Uuid): Promise<Team | null> {
  const row = await teamRows(work).where('team.id', '=', id).executeTakeFirst()
  return row ? asTeam(row) : null
}

function teamRows(work: Work) {
  return work
    .db<AgenciesTables>()
    .selectFrom('team')
    .leftJoin('service_area as area', 'area.id', 'team.service_area_id')
    .leftJoin('organisation', 'organisation.id', 'team.organisation_id')
    .select([
      'team.id',
      'team.name',
      'team.kind',
      'team.telephone',
      'team.ended_on',
      'area.id as area_id',
      'area.name as area_name',
      'organisation.id as organisation_id',
      'organisation.name as organisation_name',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof teamRows>['execute']>>[number]

function asTeam(row: Row): Team {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    areaId: row.area_id,
    areaName: row.area_name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    telephone: row.telephone,
    endedOn: row.ended_on,
  }
}
