type Starting = { readonly startedOn: Temporal.PlainDate | null; readonly plannedOn: Temporal.PlainDate }

/** Whether a team of the roll-out works as one on a day. */
export const isLive = ({ startedOn }: Starting, on: Temporal.PlainDate): boolean =>
  startedOn !== null && Temporal.PlainDate.compare(startedOn, on) <= 0

/** How a team stands on a day, in words; what was to come then is told by what was planned. */
export function stateOn(
  team: Starting,
  on: Temporal.PlainDate,
): { readonly code: 'live' | 'late' | 'planned'; readonly words: string } {
  if (isLive(team, on)) return { code: 'live', words: 'Started' }
  const late = team.plannedOn.until(on, { largestUnit: 'days' }).days
  return late > 0
    ? { code: 'late', words: `${late} ${late === 1 ? 'day' : 'days'} late` }
    : { code: 'planned', words: 'Planned' }
}
