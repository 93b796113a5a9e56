import { z } from 'zod'
import { listQuery } from '#modules/agencies'
import type { Work } from '#platform/db'
import { dayQuery } from '../../frame/index.ts'
import { agencyOn, censusYear, inPostOn, leaversIn, startersIn } from '../../measures/rules/census.ts'
import { readRollout } from '../../roll-out/queries/readRollout.ts'
import { type InPost, readStaff } from '../queries/readStaff.ts'
import { otherProfessions } from '../rules/disciplines.ts'
import { isDuring } from '../rules/vacancy.ts'

const word = z.string().max(100).catch('').default('')
export const peopleQuery = z.object({
  ...listQuery,
  ...dayQuery,
  team: word,
  area: word,
  discipline: word,
  employment: word,
  /** Teams of the roll-out alone. */
  rollout: z.literal('yes').optional().catch(undefined),
  /** Social workers, or those beside them who work with families. */
  group: z.enum(['social_workers', 'others']).optional().catch(undefined),
  /** As the census of the workforce counts them. */
  census: z.enum(['in_post', 'agency', 'started', 'left']).optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
})
export type PeopleAsked = z.infer<typeof peopleQuery>

export const censusWords = {
  in_post: 'Child and family social workers in post, as the census counts them',
  agency: 'Agency social workers, as the census counts them',
  started: 'Social workers who came in the year of the census',
  left: 'Social workers who left in the year of the census',
}

/** Posts of whoever the address asks for: by the census, or whoever is in post on the day. */
function ofCensus(staff: readonly InPost[], asked: PeopleAsked, on: Temporal.PlainDate): readonly InPost[] {
  const year = censusYear(asked.year ?? on.year, on)
  if (asked.census === 'in_post') return inPostOn(staff, asked.year === undefined ? on : year.to)
  if (asked.census === 'agency') return agencyOn(staff, asked.year === undefined ? on : year.to)
  if (asked.census === 'started') return startersIn(staff, year)
  if (asked.census === 'left') return leaversIn(staff, year)
  return staff.filter(one => isDuring(one, on))
}

/** Posts of whoever the address asks for. */
export async function chosenPeople(
  work: Work,
  asked: PeopleAsked,
  on: Temporal.PlainDate,
): Promise<readonly InPost[]> {
  const teams = asked.rollout
    ? new Set((await readRollout(work)).flatMap(wave => wave.teams.map(({ teamId }) => teamId)))
    : null
  return ofCensus(await readStaff(work), asked, on).filter(
    one =>
      (teams === null || (one.teamId !== null && teams.has(one.teamId))) &&
      (asked.team === '' || one.teamId === asked.team) &&
      (asked.area === '' || one.areaName === asked.area) &&
      (asked.discipline === '' || one.discipline === asked.discipline) &&
      (asked.employment === '' || one.employment === asked.employment) &&
      (asked.group === undefined ||
        (asked.group === 'others' ? otherProfessions.has(one.discipline) : one.discipline === 'social_work')),
  )
}

/** FTE of everybody's posts on the day, by worker. */
export function fteByWorker(staff: readonly InPost[], on: Temporal.PlainDate): ReadonlyMap<string, number> {
  const held = Map.groupBy(
    staff.filter(one => isDuring(one, on)),
    ({ workerId }) => workerId,
  )
  return new Map([...held].map(([id, posts]) => [id, posts.reduce((sum, { fte }) => sum + fte, 0)]))
}
