import { plural } from '../format/plural.ts'
import type { Html } from '../html.ts'
import { barChart } from './barChart.ts'

export interface Caseload {
  readonly worker: string
  readonly children: number
  /** Full-time equivalent: 1 for full time, 0.5 for half; greater than 0. */
  readonly fullTimeEquivalent: number
}

export interface CaseloadBars {
  readonly id: string
  readonly title: string
  readonly caseloads: readonly Caseload[]
  /** The most children for one full-time worker, as the council has agreed. */
  readonly limit: number
}

const perFullTime = ({ children, fullTimeEquivalent, worker }: Caseload): number => {
  if (!(fullTimeEquivalent > 0)) {
    throw new RangeError(
      `${worker} has a caseload but works ${fullTimeEquivalent} full-time equivalent. Give more than 0.`,
    )
  }
  return children / fullTimeEquivalent
}

/** Children per full-time worker against the agreed limit: a bar for each worker, the limit as a line. */
export function caseloadBars({ caseloads, limit, ...params }: CaseloadBars): Html {
  const bars = caseloads.map(caseload => ({ label: caseload.worker, value: perFullTime(caseload) }))
  const over = bars.filter(bar => bar.value > limit).length
  return barChart({
    ...params,
    description: `${over} of ${plural(bars.length, 'worker')} above the limit of ${limit} children for one full-time worker.`,
    labelHeading: 'Worker',
    valueHeading: 'Children per full-time worker',
    bars,
    limit: { value: limit, label: `limit ${limit}` },
  })
}
