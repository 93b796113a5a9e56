import type { AgenciesTables, PostRole } from '#modules/agencies'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { WorkforceTables } from '../../tables.ts'
import { type Discipline, disciplineOfRole, type Employment } from '../rules/disciplines.ts'

/** Somebody in a post, past and coming ones too. */
export type InPost = {
  readonly postId: Uuid
  readonly workerId: Uuid
  readonly workerName: string
  /** Who employs them: a partner's employee keeps their own organisation. */
  readonly employer: string | null
  readonly role: PostRole
  readonly discipline: Discipline
  readonly employment: Employment
  readonly fte: number
  readonly teamId: Uuid | null
  readonly teamName: string | null
  readonly teamKind: AgenciesTables['team']['kind'] | null
  readonly areaName: string | null
  readonly placeId: Uuid | null
  readonly isRegistered: boolean
  readonly startedOn: Temporal.PlainDate
  /** The post's last day, or the worker's own when they left before. */
  readonly endedOn: Temporal.PlainDate | null
}

/** Everybody's posts of all times; cover is none, since its holder has another. */
export const readStaff = readOnce(async (work: Work): Promise<readonly InPost[]> => {
  const rows = await rowsOf(work)
  return rows.map(row => ({
    postId: row.id,
    workerId: row.worker_id,
    workerName: row.display_name,
    employer: row.employer,
    role: row.role,
    discipline: row.discipline ?? disciplineOfRole(row.role),
    employment: row.employment,
    fte: row.fte,
    teamId: row.team_id,
    teamName: row.team_name,
    teamKind: row.team_kind,
    areaName: row.area_name ?? row.own_area,
    placeId: row.established_post_id,
    isRegistered: Boolean(row.is_registered),
    startedOn: row.started_on,
    endedOn: lastDay(row.ended_on, row.left_at === null ? null : londonDate(row.left_at)),
  }))
})

function rowsOf(work: Work) {
  return work
    .db<AgenciesTables & WorkforceTables>()
    .selectFrom('post')
    .innerJoin('worker', 'worker.id', 'post.worker_id')
    .leftJoin('organisation as employer', 'employer.id', 'worker.organisation_id')
    .leftJoin('team', 'team.id', 'post.team_id')
    .leftJoin('service_area as area', 'area.id', 'team.service_area_id')
    .leftJoin('service_area as own', 'own.id', 'post.service_area_id')
    .leftJoin('established_post as place', 'place.id', 'post.established_post_id')
    .where('post.covers_post_id', 'is', null)
    .orderBy('worker.display_name')
    .orderBy('post.started_on')
    .orderBy('post.id')
    .select([
      'post.id',
      'post.worker_id',
      'worker.display_name',
      'worker.left_at',
      'employer.name as employer',
      'post.role',
      'post.employment',
      'post.fte',
      'post.team_id',
      'team.name as team_name',
      'team.kind as team_kind',
      'area.name as area_name',
      'own.name as own_area',
      'post.established_post_id',
      'place.discipline',
      'post.started_on',
      'post.ended_on',
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('worker_registration')
          .select('worker_registration.id')
          .whereRef('worker_registration.worker_id', '=', 'worker.id')
          .where('worker_registration.body', '=', 'Social Work England'),
      ).as('is_registered'),
    )
    .execute()
}

const lastDay = (
  ended: Temporal.PlainDate | null,
  left: Temporal.PlainDate | null,
): Temporal.PlainDate | null => {
  if (ended === null || left === null) return ended ?? left
  return Temporal.PlainDate.compare(ended, left) < 0 ? ended : left
}
