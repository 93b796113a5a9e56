import type { ToldAttendance } from '../told/toldPupil.ts'
import { aboutOf } from './aboutOf.ts'
import { type Found, textAt } from './elements.ts'
import type { FileHead } from './head.ts'
import { countOf, dayOf, whole } from './read.ts'
import { schoolYearOf } from './schoolYear.ts'

const MOST_SESSIONS = 500
/** Present in the morning or the afternoon, and no session or none known: no code of absence. */
const NO_CODE = /[^A-Z]/g

/** One year's sessions of a pupil, or what is wrong with them. */
export function attendanceOf(year: Found, head: FileHead): ToldAttendance | { readonly problem: string } {
  const named = countOf(textAt(year, 'Year'))
  const [possible, authorised, unauthorised] = ['Possible', 'Authorised', 'Unauthorised'].map(name =>
    whole(textAt(year, `Sessions${name}`)),
  )
  if (named === null || named < 1990 || named > 2100) return { problem: 'A year of attendance is no year' }
  if (possible == null || authorised == null || unauthorised == null)
    return { problem: `Sessions of ${named} are not whole numbers` }
  if (possible < 1 || possible > MOST_SESSIONS)
    return { problem: `Sessions possible in ${named} must be from 1 to ${MOST_SESSIONS}` }
  if (authorised + unauthorised > possible)
    return { problem: `More absences than possible sessions in ${named}` }
  const start = textAt(year, 'AttendSessions', 'AttendanceStartDate') || textAt(year, 'AttendanceStartDate')
  const { from, until } = schoolYearOf(named, dayOf(start), { madeOn: head.madeOn, named: head.academicYear })
  if (Temporal.PlainDate.compare(from, head.madeOn) > 0)
    return { problem: `The school year of ${named} began after the file was made` }
  const marks = textAt(year, 'AttendSessions', 'AttendanceMarks') || textAt(year, 'AttendanceMarks')
  return {
    about: aboutOf(year, head),
    from,
    until: Temporal.PlainDate.compare(until, head.madeOn) > 0 ? head.madeOn : until,
    ...{ possible, authorised, unauthorised, codes: codesOf(marks) },
  }
}

/** How often each code stands in the marks. */
function codesOf(marks: string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const code of marks.replaceAll(NO_CODE, '')) counts.set(code, (counts.get(code) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted(([a], [b]) => a.localeCompare(b)))
}
