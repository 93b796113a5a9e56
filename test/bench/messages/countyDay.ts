import {
  type HospitalVisit,
  hl7Text,
  type Patient,
  type VisitEvent,
} from '../../../src/main/demo/hospital/hl7Text.ts'
import type { DemoChild } from '../../../src/main/demo/hospital/readChildren.ts'
import { complaintAt, outcomes, stranger } from '../../../src/main/demo/hospital/stock.ts'
import { throwDice } from '../../../src/main/demo/random/dice.ts'
import type { Frame } from './frames.ts'
import { frameFaults, type VisitFault, visitFaults } from './mixFaults.ts'

/** How the visit of one child stands when all has come. */
export type PlannedVisit = {
  /** The hospital's number of it. */
  readonly key: string
  readonly isCancelled: boolean
  /** Somebody is asked who the child is, or about something else that no rule decides. */
  readonly isAsked: boolean
}

/** All that hospitals send in a day: what each connection carries, in order, and how the visits then stand. */
export type CountyDay = {
  readonly lanes: readonly (readonly Frame[])[]
  readonly visits: readonly PlannedVisit[]
}

/** Connections of one hospital. */
const LANES = 2

/** A day of a county, the same for the same children: visits at several hospitals, each told by two to four messages, with every fault mixed in. */
export function countyDay(
  facilities: readonly string[],
  children: readonly DemoChild[],
  count: number,
): CountyDay {
  const dice = throwDice('a day of a county')
  const lanes: Frame[][] = facilities.flatMap(() => Array.from({ length: LANES }, () => []))
  const midnight = Temporal.Now.zonedDateTimeISO('Europe/London')
    .subtract({ days: 1 })
    .startOfDay()
    .toInstant()
  const visits = Array.from({ length: count }, (_, number) => {
    const at = number % facilities.length
    const facility = facilities[at] ?? ''
    const arrivedAt = midnight.add({ seconds: Math.floor((number * 72_000) / count) })
    const child = dice.chance(0.75) ? dice.pick(children) : null
    const born =
      child?.born ??
      arrivedAt
        .toZonedDateTimeISO('UTC')
        .toPlainDate()
        .subtract({ days: dice.int(60, 6_000) })
    const patient = child?.patient ?? stranger(dice, 60_000 + number, born)
    const isKnown = child !== null
    const fault = visitFaults.find(({ every, from }) => number % every === from)
    const told = tell(dice, facility, { number, patient, arrivedAt }, fault)
    const lane = LANES * at + (Math.floor(number / facilities.length) % LANES)
    const beside = LANES * at + ((lane + 1) % LANES)
    lanes[lane]?.push(...told.frames)
    for (const { every, from, make } of frameFaults)
      if (number % every === from)
        for (const { frame, isBeside } of make(told.texts, facility, number))
          lanes[isBeside ? beside : lane]?.push(frame)
    return { key: `D${number}`, isCancelled: told.isCancelled, isAsked: !isKnown || fault?.isAsked === true }
  })
  return { lanes, visits }
}

type Comes = { readonly number: number; readonly patient: Patient; readonly arrivedAt: Temporal.Instant }

/** The messages of one visit in the order in which they are sent. */
function tell(
  dice: ReturnType<typeof throwDice>,
  facility: string,
  { number, patient, arrivedAt }: Comes,
  fault: VisitFault | undefined,
) {
  const visit: HospitalVisit = {
    ...{ number: `D${number}`, patient: { ...patient, ...fault?.patient }, arrivedAt },
    complaint: complaintAt(dice, dice.int(0, 17)),
    companion: dice.chance(0.7) ? 'Parent' : null,
  }
  const isCancelled = fault?.isCancelled ?? dice.chance(0.05)
  const events: VisitEvent[] = [
    'A04',
    ...(dice.chance(0.5) ? (['A08'] as const) : []),
    isCancelled ? 'A11' : 'A03',
  ]
  const texts = events.map((event, place) => {
    const at = arrivedAt.add({ minutes: 3 + 20 * place })
    const told = event === 'A08' ? { ...visit, complaint: `${visit.complaint}, seen by a nurse` } : visit
    const ended = event === 'A03' ? { outcome: dice.pick(outcomes) } : {}
    const controlId = fault?.hasOneId ? `D${number}` : `D${number}-${place}`
    return hl7Text(facility, told, { event, controlId, at, ...ended })
  })
  const sent = fault?.order === undefined ? texts : fault.order(texts)
  const frames = sent.map(
    (text): Frame => ({ what: fault?.what ?? 'plain', text: fault?.write?.(text) ?? text, answer: 'AA' }),
  )
  return { isCancelled, texts, frames }
}
