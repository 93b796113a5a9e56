import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { tellPupils } from '../told/tellPupils.ts'
import type { ToldPupil } from '../told/toldPupil.ts'
import type { AttendanceLine } from './readLines.ts'

export type KeptAttendance = { readonly kept: number; readonly leftOut: number }

/** Keeps what a lead tells of children of their school with open work; of all others nothing is kept, and how many they were is told. */
export async function keepAttendance(
  work: Work,
  schoolId: Uuid,
  lines: readonly AttendanceLine[],
): Promise<KeptAttendance> {
  const kept = await tellPupils(work, schoolId, lines.map(toldBy))
  return { kept, leftOut: lines.length - kept }
}

/** What a line tells of its pupil. */
export const toldBy = ({ line: _, pupil, ...sessions }: AttendanceLine): ToldPupil => ({
  numbers: [pupil],
  attendance: [{ about: null, ...sessions }],
})
