import { type Dice, throwDice } from '../random/dice.ts'
import { type HospitalVisit, hl7Text, type Patient, type VisitEvent } from './hl7Text.ts'
import type { DemoChild } from './readChildren.ts'
import { complaintAt, outcomes, stranger } from './stock.ts'

/** The next message of a hospital at work. */
export type NextMessage = {
  readonly text: string
  readonly event: VisitEvent
  readonly controlId: string
}

/** An emergency department that children come to and leave. */
export type Ward = { next(now: Temporal.Instant): NextMessage }

/** More than these are not there at once. */
const BEDS = 6

/** Opens the department: its messages are of the county's own children and of ones nobody knows, first that they came, later what became of it. */
export function openWard(facility: string, children: readonly DemoChild[], seed = newSeed()): Ward {
  const dice = throwDice(`ward ${seed}`)
  const here: HospitalVisit[] = []
  let sent = 0
  return {
    next(now) {
      sent += 1
      const controlId = `${seed}-${sent}`
      const isArrival = here.length === 0 || (here.length < BEDS && dice.chance(0.6))
      const event = isArrival ? 'A04' : laterEvent(dice)
      const index = isArrival ? here.length : dice.int(0, here.length - 1)
      const visit = here[index] ?? arrival(dice, children, { number: `${seed}${sent}`, serial: sent, now })
      const told = event === 'A08' ? { ...visit, complaint: `${visit.complaint}, seen by a nurse` } : visit
      if (isArrival) here.push(visit)
      else if (event !== 'A08') here.splice(index, 1)
      const ended = event === 'A03' ? { outcome: dice.pick(outcomes) } : {}
      return { text: hl7Text(facility, told, { event, controlId, at: now, ...ended }), event, controlId }
    },
  }
}

/** Another at each start: numbers of visits and messages are never used twice. */
const newSeed = (): string => Temporal.Now.instant().epochMilliseconds.toString(36).toUpperCase()

const laterEvent = (dice: Dice): VisitEvent =>
  dice.weighted([
    ['A03', 6],
    ['A08', 3],
    ['A11', 1],
  ] as const)

type Comes = { readonly number: string; readonly serial: number; readonly now: Temporal.Instant }

function arrival(dice: Dice, children: readonly DemoChild[], { number, serial, now }: Comes): HospitalVisit {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const child = children.length > 0 && dice.chance(0.75) ? dice.pick(children) : null
  const born = child?.born ?? today.subtract({ days: dice.int(60, 6_000) })
  const patient: Patient = child?.patient ?? stranger(dice, 10_000 + serial + dice.int(0, 80_000), born)
  return {
    ...{ number, patient },
    arrivedAt: now.subtract({ minutes: 1 }),
    complaint: complaintAt(dice, born.until(today, { largestUnit: 'years' }).years),
    companion: dice.chance(0.7) ? 'Parent' : null,
  }
}
