import { readJson } from '#platform/http'
import { toldBy } from '../attendance/keepAttendance.ts'
import { type AttendanceLines, readJsonLines, readLines } from '../attendance/readLines.ts'
import type { ToldPupil } from '../told/toldPupil.ts'
import { asColumns, registerSchema } from './registerSchema.ts'

export type Told = {
  readonly pupils: readonly ToldPupil[]
  /** Parts that were left out, by the pupil's place in the file. */
  readonly problems: readonly { readonly pupil: number; readonly words: string }[]
  /** School numbers by which a file says whose it is; none where the sender alone says so. */
  readonly numbers: readonly string[]
}
/** Why nothing of it is taken, and where. */
export type Refused = {
  readonly fault: 'not_json' | 'too_deep' | 'not_as_agreed'
  readonly errors: readonly { readonly at: string; readonly words: string }[]
}

const MOST_ERRORS = 20

/** Reads attendance from the JSON or the CSV of a school's system. */
export function readRegister(body: Buffer, isCsv: boolean, today: Temporal.PlainDate): Told | Refused {
  if (isCsv) return toldOrRefused(readLines(body.toString('utf8'), today))
  const read = readJson(body)
  if ('fault' in read) return { fault: read.fault, errors: [] }
  const parsed = registerSchema.safeParse(read.json)
  if (!parsed.success)
    return {
      fault: 'not_as_agreed',
      errors: parsed.error.issues
        .slice(0, MOST_ERRORS)
        .map(({ path, message }) => ({ at: path.join('.'), words: message })),
    }
  return toldOrRefused(readJsonLines(parsed.data.lines.map(asColumns), today))
}

function toldOrRefused({ lines, wrong }: AttendanceLines): Told | Refused {
  if (wrong.length === 0) return { pupils: lines.map(toldBy), problems: [], numbers: [] }
  const errors = wrong
    .slice(0, MOST_ERRORS)
    .map(({ line, problem }) => ({ at: `line ${line}`, words: problem }))
  return { fault: 'not_as_agreed', errors }
}
