import fc from 'fast-check'
import { visitNotices } from './toldFromOutside.ts'

const index = fc.nat({ max: 15 })

/** Somebody in post in the team that is told or asked: mostly by a post that is told. */
const reader = { team: index, reader: index, role: index }

/** A visit to hospital; the days of its readers' posts are drawn beside it. */
export const attendanceSketch = {
  person: fc.option(index, { nil: null, freq: 3 }),
  notices: fc.array(fc.record({ ...reader, kind: fc.constantFrom(...visitNotices), worker: index }), {
    minLength: 2,
    maxLength: 3,
  }),
  questions: fc.array(fc.record({ ...reader, isAnswered: fc.constantFrom(false, false, true) }), {
    maxLength: 1,
  }),
  /** Whom somebody takes it to be, by hand, and another to whom they would tell it. */
  author: index,
  chosen: index,
  told: fc.constantFrom(...visitNotices),
}
