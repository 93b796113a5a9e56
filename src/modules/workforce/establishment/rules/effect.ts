import { type Discipline, disciplineWords, missingDisciplines, neededDisciplines } from './disciplines.ts'
import type { Standing } from './vacancy.ts'

type Vacated = {
  readonly teamId: string
  readonly teamKind: string
  readonly discipline: Discipline
}
type Present = { readonly teamId: string | null; readonly discipline: Discipline }

/**
 * What a vacancy means for its team; null while there is none, or it leaves the team as able as before.
 * @param present whoever is in post on the day
 */
export function effectOf(
  place: Vacated,
  standing: Pick<Standing, 'vacant'>,
  present: readonly Present[],
): string | null {
  if (standing.vacant <= 0) return null
  const there = present.filter(one => one.teamId === place.teamId).map(({ discipline }) => discipline)
  const isNeeded = (neededDisciplines as readonly Discipline[]).includes(place.discipline)
  if (
    place.teamKind === 'family_safeguarding' &&
    isNeeded &&
    missingDisciplines(there).includes(place.discipline)
  )
    return `The team has nobody for ${disciplineWords[place.discipline].toLowerCase()}: it is incomplete`
  return there.includes(place.discipline)
    ? `Others of the team do ${disciplineWords[place.discipline].toLowerCase()}`
    : `The team has nobody for ${disciplineWords[place.discipline].toLowerCase()}`
}
