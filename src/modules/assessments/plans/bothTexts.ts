import { type FormValues, typedOf } from '#modules/casework'
import { draftConflict } from '#platform/drafts'
import type { Html } from '#ui'

/** Both texts of whatever differs from the row as it stands now. */
export function bothTexts(
  words: Readonly<Record<string, string>>,
  values: FormValues,
  now: FormValues,
): Html {
  return draftConflict({
    between: 'record',
    differences: Object.entries(words).map(([name, label]) => ({
      label,
      yours: typedOf(values, name),
      other: typedOf(now, name),
    })),
  })
}
