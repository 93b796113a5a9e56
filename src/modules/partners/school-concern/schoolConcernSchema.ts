import { z } from 'zod'
import { line, long, maybe, toldPerson } from '../told/toldPerson.ts'

const MOST = 20

/**
 * A school's concern by machine, as its own system sends it: what the partner's form of the front door asks (Keeping children safe in education
 * 2025, part 1: refer without delay). People of a school use that form; this is its other way in, and both are a contact.
 */
export const schoolConcernSchema = z.strictObject({
  schoolReference: line,
  children: z.array(toldPerson).min(1).max(MOST),
  /** What the school is worried about, in its own words. */
  worries: long,
  strengths: maybe(long),
  wanted: maybe(long),
  familyKnows: z.enum(['yes', 'no']),
  familyKnowsNotBecause: maybe(long),
  isDanger: z.enum(['yes', 'no']),
  /** Who answers for it at the school, and how to reach them. */
  raisedBy: line,
  role: maybe(line),
  telephone: maybe(line),
  email: maybe(line),
})
export type SchoolConcern = z.infer<typeof schoolConcernSchema>
