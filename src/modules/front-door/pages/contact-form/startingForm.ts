import type { Typed } from './personFields.ts'
import { personFields } from './personFields.ts'

/** A form as it opens: one child and one adult to name. */
export const startingForm: Typed = {
  [personFields(0).role]: 'child',
  [personFields(1).role]: 'adult',
}
