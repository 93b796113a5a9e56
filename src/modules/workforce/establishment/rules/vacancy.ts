/** Days on which something stands: from its first to the end of its last. */
export type Span = { readonly startedOn: Temporal.PlainDate; readonly endedOn: Temporal.PlainDate | null }

/** A place of the establishment as far as filling it goes. */
export type Fillable = {
  readonly fte: number
  readonly openedOn: Temporal.PlainDate
  readonly closedOn: Temporal.PlainDate | null
  readonly holders: readonly (Span & { readonly fte: number })[]
}

/** How a place stands on a day. */
export type Standing = {
  readonly filled: number
  readonly vacant: number
  /** FTE of its holders above its own: two share it for a time, or a mistake. */
  readonly above: number
  /** Since which day some of it has been vacant without a break; null while it is full. */
  readonly vacantSince: Temporal.PlainDate | null
  /** Days vacant: the first day on which somebody is missing counts as one. */
  readonly daysVacant: number
}

const compare = Temporal.PlainDate.compare

/** Whether a span takes in a day. */
export const isDuring = ({ startedOn, endedOn }: Span, on: Temporal.PlainDate): boolean =>
  compare(startedOn, on) <= 0 && (endedOn === null || compare(endedOn, on) >= 0)

/** Whether a place is there to be filled on a day. */
export const isOpen = (place: Pick<Fillable, 'openedOn' | 'closedOn'>, on: Temporal.PlainDate): boolean =>
  isDuring({ startedOn: place.openedOn, endedOn: place.closedOn }, on)

const rounded = (fte: number): number => Math.round(fte * 100) / 100

/** FTE of whoever fills a place on a day. */
export const filledOn = (place: Fillable, on: Temporal.PlainDate): number =>
  rounded(place.holders.filter(one => isDuring(one, on)).reduce((sum, { fte }) => sum + fte, 0))

/** How a place stands on a day on which it is open. */
export function standingOn(place: Fillable, on: Temporal.PlainDate): Standing {
  const filled = filledOn(place, on)
  const vacantSince = filled < place.fte ? shortSince(place, on) : null
  return {
    filled,
    vacant: rounded(Math.max(0, place.fte - filled)),
    above: rounded(Math.max(0, filled - place.fte)),
    vacantSince,
    daysVacant: vacantSince === null ? 0 : vacantSince.until(on, { largestUnit: 'days' }).days + 1,
  }
}

/** Goes back from change to change while the place is short of somebody. */
function shortSince(place: Fillable, on: Temporal.PlainDate): Temporal.PlainDate {
  const changes = place.holders
    .flatMap(({ startedOn, endedOn }) => [startedOn, ...(endedOn === null ? [] : [endedOn.add({ days: 1 })])])
    .filter(day => compare(day, place.openedOn) > 0 && compare(day, on) <= 0)
  let since: Temporal.PlainDate | null = null
  for (const day of [place.openedOn, ...changes].toSorted(compare).toReversed()) {
    if (filledOn(place, day) >= place.fte) break
    since = day
  }
  return since ?? on
}
