import { at, isBefore } from '../chronicle/moments.ts'
import type { Child } from '../families/family.ts'
import { personaOf } from '../stories/story.ts'
import type { Telling } from './telling.ts'

const PERIODS = 4
const WEEKS = 6
const SESSIONS = 60

/** Tells of the attendance that the first school's safeguarding lead sends of a child while the work is open: six weeks at a time. */
export function tellAttendance({ teller, county, course }: Telling, child: Child): void {
  const [school] = county.agencies.schools
  if (school === undefined || child.school?.id !== school.id) return
  const { chronicle, today } = teller
  const dice = teller.dice.fork(`attendance ${child.id}`) // nobody else’s chances change
  const told_by = personaOf(county, 'safeguardingLead').id
  for (let period = PERIODS; period > 0; period -= 1) {
    const until_on = today.subtract({ weeks: WEEKS * (period - 1), days: 3 })
    const from_on = until_on.subtract({ weeks: WEEKS }).add({ days: 1 })
    if (isBefore(from_on, course.receivedOn) || isBefore(course.closedOn, until_on)) continue
    const [authorised, unauthorised] = [dice.int(0, 5), dice.int(0, 9)]
    chronicle.tell('school_attendance', at(until_on, '16:20'), {
      id: dice.id(),
      person_id: child.id,
      school_id: school.id,
      from_on,
      until_on,
      possible: SESSIONS,
      authorised,
      unauthorised,
      codes: { I: authorised, O: unauthorised },
      told_by,
    })
  }
}
