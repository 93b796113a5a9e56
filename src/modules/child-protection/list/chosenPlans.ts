import type { Uuid } from '#platform/ids'
import type { ListedPlan } from './protectionPlans.ts'

/** What a reader may ask to see first. */
export const dueSorts = {
  visit: 'A visit is late',
  core_group: 'A core group is late',
  conference: 'The conference is late or due in 4 weeks',
  drift: 'Any sign of drift',
} as const
export type DueSort = keyof typeof dueSorts

export const isDueSort = (text: string): text is DueSort => Object.hasOwn(dueSorts, text)

export type ChosenPlans = {
  readonly team: Uuid | null
  readonly area: Uuid | null
  readonly category: string
  readonly due: DueSort | null
}

const WEEKS_AHEAD = 4

/** The rows that a filter leaves, in the order of the list. */
export function chosenPlans(
  all: readonly ListedPlan[],
  { team, area, category, due }: ChosenPlans,
  today: Temporal.PlainDate,
): readonly ListedPlan[] {
  const isPast = (day: Temporal.PlainDate | null, by = today) =>
    day !== null && Temporal.PlainDate.compare(day, by) < 0
  const isDue: Readonly<Record<DueSort, (plan: ListedPlan) => boolean>> = {
    visit: ({ visitDueOn }) => isPast(visitDueOn),
    core_group: ({ coreGroupDueOn }) => isPast(coreGroupDueOn),
    conference: ({ nextConferenceOn }) => isPast(nextConferenceOn, today.add({ weeks: WEEKS_AHEAD })),
    drift: ({ drift }) => drift.length > 0,
  }
  return all.filter(
    plan =>
      (team === null || plan.teamId === team) &&
      (area === null || plan.areaId === area) &&
      (category === '' || plan.category === category) &&
      (due === null || isDue[due](plan)),
  )
}
