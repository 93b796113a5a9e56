import { type Discipline, disciplineWords } from './disciplines.ts'
import { type Fillable, isOpen, standingOn } from './vacancy.ts'

/** FTE of the establishment on a day. */
export type Total = { readonly established: number; readonly filled: number; readonly vacant: number }

type Counted = Fillable & { readonly discipline: Discipline }

const rounded = (fte: number): number => Math.round(fte * 100) / 100

/** What is established, filled and vacant. Filled above a post's own FTE fills no other. */
export function totalOn(places: readonly Counted[], on: Temporal.PlainDate): Total {
  let established = 0
  let vacant = 0
  for (const place of places.filter(one => isOpen(one, on))) {
    established += place.fte
    vacant += standingOn(place, on).vacant
  }
  return { established: rounded(established), filled: rounded(established - vacant), vacant: rounded(vacant) }
}

/** Totals by discipline, in the order of their words; those with no post are left out. */
export function totalsByDiscipline(
  places: readonly Counted[],
  on: Temporal.PlainDate,
): readonly (readonly [Discipline, Total])[] {
  return (Object.keys(disciplineWords) as Discipline[])
    .map(
      one =>
        [
          one,
          totalOn(
            places.filter(({ discipline }) => discipline === one),
            on,
          ),
        ] as const,
    )
    .filter(([, { established }]) => established > 0)
}

/** How much of the establishment is filled, in whole percent; null where there is none. */
export const fillRate = ({ established, filled }: Total): number | null =>
  established > 0 ? Math.round((100 * filled) / established) : null
