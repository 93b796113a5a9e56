import type { Fields } from '#modules/casework'
import { LONGEST, saidFields, type Told } from '../told.ts'

/** Reads the five fields; what is wrong stands in `fields.issues`. */
export function parseTold(fields: Fields, today: Temporal.PlainDate): Told {
  const seenOn = fields.date('seenOn', 'The day on which you last saw the child')
  if (seenOn !== null && Temporal.PlainDate.compare(seenOn, today) > 0)
    fields.problem('seenOn', 'The day on which you last saw the child must be today or before')
  const [goingWell, worries, childSays, nextStep] = saidFields.map(field => fields.text(field, LONGEST))
  const told = {
    seenOn,
    goingWell: goingWell ?? null,
    worries: worries ?? null,
    childSays: childSays ?? null,
    nextStep: nextStep ?? null,
  }
  if (fields.issues.length === 0 && saidFields.every(field => told[field] === null))
    fields.problem('goingWell', 'Fill in at least one of the four texts')
  return told
}
