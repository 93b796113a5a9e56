import { z } from 'zod'
import { MOST_LINES } from '../attendance/readLines.ts'

const count = z.int().min(0).max(500)

/** Attendance as a school's system sends it: one line a pupil and period. */
export const registerSchema = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        /** The unique pupil number. */
        upn: z.string().max(20),
        /** First and last day of the period, a term at most. */
        from: z.iso.date(),
        to: z.iso.date(),
        /** Sessions: half days. */
        possible: count,
        authorised: count,
        unauthorised: count,
        /** Sessions by code of the register, as in {"I": 4, "O": 6}. */
        codes: z.record(z.string().max(2), count).optional(),
      }),
    )
    .min(1)
    .max(MOST_LINES),
})

/** A line as the columns of a CSV hold it. */
export const asColumns = ({
  codes = {},
  ...line
}: z.infer<typeof registerSchema>['lines'][number]): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(line).map(([name, value]) => [name, String(value)])),
  codes: Object.entries(codes)
    .map(([code, many]) => `${code}:${many}`)
    .join(' '),
})
