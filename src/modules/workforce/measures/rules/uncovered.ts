import { type Fillable, isDuring } from '../../establishment/rules/vacancy.ts'
import type { Counted } from './census.ts'

type Place = Pick<Fillable, 'fte'> & {
  readonly holders: readonly Pick<Counted, 'fte' | 'employment' | 'startedOn' | 'endedOn'>[]
}

/** FTE of a post that nobody in post fills on a day, as the census counts: agency workers and students cover, and fill none. */
export function uncoveredOn({ fte, holders }: Place, on: Temporal.PlainDate): number {
  const held = holders
    .filter(one => one.employment !== 'agency' && one.employment !== 'student' && isDuring(one, on))
    .reduce((sum, one) => sum + one.fte, 0)
  return Math.round(Math.max(0, fte - held) * 100) / 100
}
