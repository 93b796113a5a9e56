import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Place, readPlaces } from '../../establishment/queries/readPlaces.ts'
import type { WorkforceTables } from '../../tables.ts'
import type { Days } from '../rules/steps.ts'

/** One attempt to fill a post. */
export type Recruitment = Days & {
  readonly id: Uuid
  readonly place: Place
  readonly advertisedOn: Temporal.PlainDate
  readonly remark: string | null
}

/** Every attempt to fill a post, the latest advert first. */
export const readRecruitment = readOnce(async (work: Work): Promise<readonly Recruitment[]> => {
  const places = new Map((await readPlaces(work)).map(place => [place.id, place]))
  const rows = await work
    .db<WorkforceTables>()
    .selectFrom('recruitment')
    .selectAll()
    .orderBy('advertised_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.flatMap(row => {
    const place = places.get(row.established_post_id)
    if (place === undefined) return []
    return [
      {
        id: row.id,
        place,
        advertisedOn: row.advertised_on,
        closesOn: row.closes_on,
        interviewedOn: row.interviewed_on,
        offeredOn: row.offered_on,
        acceptedOn: row.accepted_on,
        startsOn: row.starts_on,
        withdrawnOn: row.withdrawn_on,
        remark: row.remark,
      },
    ]
  })
})
