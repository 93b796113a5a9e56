import { z } from 'zod'

const day = z.iso.date()
const name = z.string().min(1).max(200)
const sessions = z.int().min(0).max(500)

const attendance = z.strictObject({
  about: name.nullable(),
  from: day,
  until: day,
  possible: sessions.min(1),
  authorised: sessions,
  unauthorised: sessions,
  codes: z.record(z.string().regex(/^[A-Z][A-Z0-9]?$/), sessions),
})
const enrolment = z.strictObject({
  about: name.nullable(),
  entered: day,
  left: day.nullable(),
  because: name.nullable(),
  wentTo: z.enum(['school', 'outside', 'unknown']).nullable(),
})

/** A pupil of a file that was checked before it is sent: it waited in a draft, which its author may have changed. */
export const checkedPupil = z.strictObject({
  numbers: z.array(z.string().max(20)).max(2),
  born: day.optional(),
  given: name.optional(),
  family: name.optional(),
  attendance: z.array(attendance).max(40),
  enrolments: z.array(enrolment).max(40),
})
export type CheckedPupil = z.infer<typeof checkedPupil>
