import { addWorkingDays } from '#reference'
import { between, earlier, isBefore, later, openDay, writtenUp } from '../chronicle/moments.ts'
import type { Dice } from '../random/dice.ts'
import { callNote } from '../words/callNote.ts'
import { visitNote } from '../words/visitNote.ts'
import type { Course } from './course.ts'
import type { Telling } from './telling.ts'
import { tellNote } from './tellNote.ts'

type Day = Temporal.PlainDate

/** A stretch of an episode in which visits are made for one reason. */
type Stretch = {
  readonly purpose: string
  readonly from: Day
  readonly to: Day
  readonly first: number
  /** Days to the next: kept in most, missed in some. */
  readonly kept: readonly [number, number]
  readonly missed: readonly [number, number]
  readonly keeps: number
}

/** Tells of the visits and the calls of an episode. @param busyness calls and meetings, 1 as in a county's open work */
export function tellNotes(telling: Telling, busyness: number): void {
  const { course, teller } = telling
  if (!course.assessment) {
    tellCalls(telling, course.receivedOn, course.receivedOn, 4)
    return
  }
  for (const stretch of stretchesOf(course)) tellVisits(telling, stretch)
  const last = earlier(course.closedOn, teller.today)
  tellCalls(telling, course.receivedOn, last, 13 / busyness)
}

function stretchesOf(course: Course): Stretch[] {
  const { assessment, enquiry, protection, plan, careFrom } = course
  if (!assessment) return []
  const stretches: Stretch[] = []
  const assessedTo = enquiry ? later(enquiry.startedOn, assessment.startedOn) : assessment.authorisedOn
  stretches.push({
    purpose: 'assessment_visit',
    from: assessment.startedOn,
    to: assessedTo,
    first: 3,
    kept: [9, 15],
    missed: [16, 24],
    keeps: 0.85,
  })
  if (enquiry)
    stretches.push({
      purpose: 's47_visit',
      from: enquiry.startedOn,
      to: enquiry.conferenceOn ?? enquiry.outcomeOn,
      first: 1,
      kept: [6, 9],
      missed: [10, 14],
      keeps: 0.9,
    })
  if (protection)
    stretches.push({
      purpose: 'cp_visit',
      from: protection.startedOn,
      to: protection.endedOn,
      first: 7,
      kept: [8, 14],
      missed: [16, 24],
      keeps: 0.93,
    })
  if (plan && !careFrom)
    stretches.push({
      purpose: 'cin_visit',
      from: plan.startedOn,
      to: plan.endedOn,
      first: 14,
      kept: [14, 27],
      missed: [30, 47],
      keeps: 0.95,
    })
  if (plan && careFrom)
    stretches.push({
      purpose: 'looked_after_visit',
      from: careFrom,
      to: plan.endedOn,
      first: 5,
      kept: [30, 42],
      missed: [44, 55],
      keeps: 0.95,
    })
  return stretches
}

function tellVisits(telling: Telling, stretch: Stretch): void {
  const { teller } = telling
  const { dice } = teller
  let day = addWorkingDays(
    stretch.from,
    dice.chance(stretch.keeps) ? dice.int(1, Math.max(1, stretch.first)) : stretch.first + dice.int(1, 6),
  )
  const end = earlier(stretch.to, teller.today)
  while (isBefore(day, end)) {
    const wasHeld = tellVisit(telling, stretch.purpose, day)
    const [shortest, longest] = dice.chance(stretch.keeps) ? stretch.kept : stretch.missed
    day = openDay(day.add({ days: wasHeld ? dice.int(shortest, longest) : dice.int(1, 4) }))
  }
}

/** @returns whether the children were seen */
function tellVisit({ teller, family, course, lead }: Telling, purpose: string, day: Day): boolean {
  const { dice } = teller
  const outcome = dice.weighted([
    ['held', 90],
    ['no_access', 6],
    ['cancelled', 3],
    ['refused', 1],
  ] as const)
  const hour = childrenHours(dice, course, day)
  const happened = between(dice, day, hour, hour + 2)
  const note = visitNote(dice, { family, children: course.children, day, purpose, outcome })
  tellNote(teller, writtenUp(dice, happened), {
    id: dice.id(),
    familyId: family.id,
    kind: 'visit',
    purpose,
    happenedAt: happened,
    minutes: 30 + 5 * dice.int(0, 9),
    place: outcome === 'held' && dice.chance(0.12) ? 'School' : 'Home',
    outcome,
    author: lead.id,
    body: note.body,
    children: note.children,
  })
  return outcome === 'held'
}

/** After school where there are schoolchildren, unless it is a holiday month. */
function childrenHours(dice: Dice, course: Course, day: Day): number {
  const atSchool = course.children.some(({ school }) => school !== null) && day.month !== 8
  return atSchool && dice.chance(0.75) ? 15 : dice.int(9, 14)
}

function tellCalls({ teller, family, course, lead }: Telling, from: Day, to: Day, everyDays: number): void {
  const { dice } = teller
  const step = () => Math.max(1, Math.round(everyDays * (0.3 + 1.4 * dice.next())))
  for (let day = openDay(from); !isBefore(to, day); day = openDay(day.add({ days: step() }))) {
    const call = callNote(dice, { family, course, day })
    const happened = between(dice, day, 9, 17)
    tellNote(teller, happened.add({ minutes: dice.int(3, 200) }), {
      id: dice.id(),
      familyId: family.id,
      kind: call.kind,
      purpose: null,
      happenedAt: happened,
      minutes: null,
      place: null,
      outcome: 'held',
      author: lead.id,
      body: call.body,
      children: (dice.chance(0.65) ? [dice.pick(course.children)] : course.children).map(({ id }) => ({
        id,
      })),
    })
  }
}
