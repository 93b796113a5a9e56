import { checkUpn } from '#reference'
import type { ToldAttendance, ToldEnrolment, ToldPupil } from '../told/toldPupil.ts'
import { aboutOf } from './aboutOf.ts'
import { attendanceOf } from './attendanceOf.ts'
import { every, type Found, textAt } from './elements.ts'
import type { FileHead } from './head.ts'
import { dayOf, lineOf } from './read.ts'

/** A pupil of a file, with whatever of it was not as it should be: that part is left out, and said. */
export type FilePupil = { readonly told: ToldPupil; readonly problems: readonly string[] }

/** Reads one pupil. */
export function pupilOf(pupil: Found, head: FileHead): FilePupil {
  const problems: string[] = []
  const kept = <T extends object>(one: T | { readonly problem: string }): readonly T[] => {
    if (!('problem' in one)) return [one]
    problems.push(one.problem)
    return []
  }
  const number = textAt(pupil, 'UPN').toUpperCase()
  const former = textAt(pupil, 'BasicDetails', 'FormerUPN').toUpperCase()
  const numbers = [number, former].filter(one => one !== '' && checkUpn(one).ok)
  const [given, family] = [lineOf(textAt(pupil, 'Forename')), lineOf(textAt(pupil, 'Surname'))]
  const born = dayOf(textAt(pupil, 'DOB'))
  if (number === '' || !checkUpn(number).ok) problems.push('The unique pupil number is missing or is not one')
  if (born === null) problems.push('The day of birth is missing or is no day')
  const attendance = every(every(pupil, 'Attendance')[0], 'YearData').flatMap(year =>
    kept<ToldAttendance>(attendanceOf(year, head)),
  )
  const enrolments = every(every(pupil, 'SchoolHistory')[0], 'School').flatMap(school =>
    kept<ToldEnrolment>(enrolmentOf(school, head)),
  )
  const told: ToldPupil = {
    numbers,
    ...(born === null ? {} : { born }),
    ...(given === null ? {} : { given }),
    ...(family === null ? {} : { family }),
    attendance: once(attendance, one => `${one.about} ${one.from}`),
    enrolments: once(enrolments, one => `${one.about} ${one.entered}`),
  }
  return { told, problems }
}

/** A time on a roll, or what is wrong with it. */
function enrolmentOf(school: Found, head: FileHead): ToldEnrolment | { readonly problem: string } {
  const [entered, leaving] = [dayOf(textAt(school, 'EntryDate')), textAt(school, 'LeavingDate')]
  if (entered === null) return { problem: 'A school has no day of entry' }
  const left = dayOf(leaving)
  if (leaving !== '' && left === null) return { problem: 'A day of leaving is no day' }
  if (left !== null && Temporal.PlainDate.compare(left, entered) < 0)
    return { problem: 'A day of leaving is before the day of entry' }
  const about = aboutOf(school, head)
  return {
    about,
    entered,
    left,
    because: left === null ? null : lineOf(textAt(school, 'LeavingReason')),
    wentTo: left !== null && about === null ? head.goesTo : null,
  }
}

/** The last of those that are the same, as a later line takes the place of an earlier one. */
const once = <T>(all: readonly T[], key: (one: T) => string): readonly T[] => [
  ...new Map(all.map(one => [key(one), one])).values(),
]
