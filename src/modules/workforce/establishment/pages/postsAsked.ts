import { z } from 'zod'
import { listQuery } from '#modules/agencies'
import type { Work } from '#platform/db'
import { dayQuery } from '../../frame/index.ts'
import { uncoveredOn } from '../../measures/rules/uncovered.ts'
import { type Place, readPlaces } from '../queries/readPlaces.ts'
import { readStaff } from '../queries/readStaff.ts'
import { effectOf } from '../rules/effect.ts'
import { isDuring, isOpen, type Standing, standingOn } from '../rules/vacancy.ts'

const word = z.string().max(100).catch('').default('')
export const postsQuery = z.object({
  ...listQuery,
  ...dayQuery,
  team: word,
  area: word,
  discipline: word,
  profession: word,
  stream: word,
  state: z.enum(['vacant', 'filled', 'above', 'uncovered']).optional().catch(undefined),
})
export type PostsAsked = z.infer<typeof postsQuery>

/** A place with how it stands on the day that is asked for. */
export type Listed = {
  readonly place: Place
  readonly standing: Standing
  readonly effect: string | null
  /** FTE that nobody in post fills, as the census of the workforce counts: an agency worker covers, and fills none. */
  readonly uncovered: number
}

export const stateWords = {
  vacant: 'Vacant, whole or part',
  filled: 'Filled',
  above: 'Filled above its FTE',
  uncovered: 'Vacant, or covered by agency',
}

/** Places open on the day, with how they stand: the longest vacant first. */
export async function listedPlaces(work: Work, on: Temporal.PlainDate): Promise<readonly Listed[]> {
  const staff = (await readStaff(work)).filter(one => isDuring(one, on))
  const places = (await readPlaces(work)).filter(place => isOpen(place, on))
  return places
    .map(place => {
      const standing = standingOn(place, on)
      return {
        place,
        standing,
        effect: effectOf(place, standing, staff),
        uncovered: uncoveredOn(place, on),
      }
    })
    .toSorted((one, other) => other.standing.daysVacant - one.standing.daysVacant)
}

export function isAsked({ place, standing, uncovered }: Listed, asked: PostsAsked): boolean {
  return (
    (asked.team === '' || place.teamId === asked.team) &&
    (asked.area === '' || place.areaId === asked.area) &&
    (asked.discipline === '' || place.discipline === asked.discipline) &&
    (asked.profession === '' || place.professionType === asked.profession) &&
    (asked.stream === '' || place.streamId === asked.stream) &&
    (asked.state === undefined ||
      (asked.state === 'vacant' && standing.vacant > 0) ||
      (asked.state === 'filled' && standing.filled > 0) ||
      (asked.state === 'above' && standing.above > 0) ||
      (asked.state === 'uncovered' && uncovered > 0))
  )
}
