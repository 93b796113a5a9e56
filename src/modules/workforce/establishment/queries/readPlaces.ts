import type { AgenciesTables } from '#modules/agencies'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { WorkforceTables } from '../../tables.ts'
import type { Discipline } from '../rules/disciplines.ts'
import { type InPost, readStaff } from './readStaff.ts'

/** A place of the establishment with whoever has filled it, at any time. */
export type Place = {
  readonly id: Uuid
  readonly title: string
  readonly teamId: Uuid
  readonly teamName: string
  readonly teamKind: AgenciesTables['team']['kind']
  readonly areaId: Uuid | null
  readonly areaName: string | null
  readonly discipline: Discipline
  readonly professionType: string | null
  readonly fte: number
  readonly streamId: Uuid | null
  readonly streamName: string | null
  readonly openedOn: Temporal.PlainDate
  readonly closedOn: Temporal.PlainDate | null
  readonly holders: readonly InPost[]
}

/** Every place of the establishment, closed ones too, by team and discipline. */
export const readPlaces = readOnce(async (work: Work): Promise<readonly Place[]> => {
  const held = Map.groupBy(await readStaff(work), ({ placeId }) => placeId)
  return (await rowsOf(work)).map(row => ({
    id: row.id,
    title: row.title,
    teamId: row.team_id,
    teamName: row.team_name,
    teamKind: row.team_kind,
    areaId: row.area_id,
    areaName: row.area_name,
    discipline: row.discipline,
    professionType: row.profession_type,
    fte: row.fte,
    streamId: row.funding_stream_id,
    streamName: row.stream_name,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    holders: held.get(row.id) ?? [],
  }))
})

function rowsOf(work: Work) {
  return work
    .db<AgenciesTables & WorkforceTables>()
    .selectFrom('established_post as place')
    .innerJoin('team', 'team.id', 'place.team_id')
    .leftJoin('service_area as area', 'area.id', 'team.service_area_id')
    .leftJoin('funding_stream as stream', 'stream.id', 'place.funding_stream_id')
    .orderBy('team.name')
    .orderBy('place.discipline')
    .orderBy('place.title')
    .orderBy('place.id')
    .select([
      'place.id',
      'place.title',
      'place.team_id',
      'team.name as team_name',
      'team.kind as team_kind',
      'area.id as area_id',
      'area.name as area_name',
      'place.discipline',
      'place.profession_type',
      'place.fte',
      'place.funding_stream_id',
      'stream.name as stream_name',
      'place.opened_on',
      'place.closed_on',
    ])
    .execute()
}
