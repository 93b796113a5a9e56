import { z } from 'zod'
import { instant, line, long, toldPerson } from '../told/toldPerson.ts'

const MOST = 20

/** A public protection notice of the police. No schema of it is published: this is what forces write in common, headed as they head it. */
export const policeNotificationSchema = z.strictObject({
  policeReference: line,
  happenedAt: instant,
  place: line,
  grading: z.enum(['standard', 'medium', 'high']),
  isDanger: z.enum(['yes', 'no']),
  children: z.array(toldPerson).min(1).max(MOST),
  adults: z.array(toldPerson).max(MOST).default([]),
  whatHappened: long,
})
export type PoliceNotification = z.infer<typeof policeNotificationSchema>
