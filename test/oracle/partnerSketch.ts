import fc from 'fast-check'
import { partnerNotices } from './toldFromOutside.ts'

const index = fc.nat({ max: 15 })

/** What the police or a school told of a child; days of its readers' posts and of the child at a school are drawn beside it. */
export const partnerSketch = {
  person: fc.option(index, { nil: null, freq: 4 }),
  kind: fc.constantFrom(...partnerNotices),
  /** Whose notice it is, and the school that is told, counted round those of the world. */
  sender: index,
  school: index,
  isShared: fc.boolean(),
  frontDoor: index,
  education: index,
  /** Workers: at the front door and by which post there, of the education team, a safeguarding lead, named by a manager, and on the roll. */
  atDoor: index,
  role: index,
  officer: index,
  lead: index,
  named: index,
  onRoll: fc.option(index, { nil: null, freq: 2 }),
  /** Whom somebody at the front door takes it to be, by hand. */
  chosen: index,
  isAnswered: fc.constantFrom(false, false, true),
}
