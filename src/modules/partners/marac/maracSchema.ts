import { z } from 'zod'
import { line, long, maybe, toldPerson } from '../told/toldPerson.ts'

const MOST = 20
/** Questions of the risk checklist that were answered yes: SafeLives Dash, 24 questions. */
const DASH_QUESTIONS = 24

/** A referral to a multi-agency risk assessment conference: the sharing agreements' items. Nobody whom it names as perpetrator ever reads it. */
export const maracSchema = z.strictObject({
  policeReference: line,
  victim: toldPerson,
  perpetrator: toldPerson,
  children: z.array(toldPerson).min(1).max(MOST),
  dashScore: z.coerce.number().int().min(0).max(DASH_QUESTIONS),
  why: long,
  history: maybe(long),
})
export type Marac = z.infer<typeof maracSchema>
