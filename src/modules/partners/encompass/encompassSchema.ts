import { z } from 'zod'
import { instant, line, long, maybe, toldPerson } from '../told/toldPerson.ts'

/**
 * Operation Encompass: what the police tell a child's school of domestic abuse before the next school day, one child a notice. Sources: Domestic
 * Abuse Act 2021 s49A (from 7 November 2025); Operation Encompass guidance: child, police reference, when and where, whether the child was there,
 * the child's voice, circumstances.
 */
export const encompassSchema = z.strictObject({
  policeReference: line,
  child: toldPerson,
  schooling: z.enum(['school', 'home_educated', 'not_known']),
  /** Of the directory of the county's schools. */
  schoolId: maybe(z.uuid()),
  happenedAt: instant,
  place: line,
  wasPresent: z.enum(['yes', 'no', 'not_known']),
  childsVoice: maybe(long),
  circumstances: long,
})
export type Encompass = z.infer<typeof encompassSchema>
