import type { Typed } from './personFields.ts'
import { personFields } from './personFields.ts'

/** A form as it opens: one child and one adult to name, nobody in danger. */
export const startingForm: Typed = {
  danger_now: 'no',
  [personFields(0).role]: 'child',
  [personFields(1).role]: 'adult',
}
