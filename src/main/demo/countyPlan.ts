/** How much of a county to tell, beside the children with open work. */
export type Scale = {
  /** Children with open work. */
  readonly children: number
  /** People who once were a family's business here and are no longer, with everyone around: at least so many in all. */
  readonly people: number
  /** How far back the closed work goes. */
  readonly years: number
  /** Calls and meetings between the visits of closed work. */
  readonly busyness: number
}

const LARGE = 1_000

/** A large county has the people of a real one, about 54 for each open child; a small one opens quickly. */
export function scaleFor(children: number): Scale {
  return children >= LARGE
    ? { children, people: children * 54, years: 12, busyness: 1.75 }
    : { children, people: children * 9, years: 6, busyness: 0.7 }
}
