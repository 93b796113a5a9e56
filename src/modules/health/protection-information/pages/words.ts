import type { ProtectionKind, What } from '../rules/changes.ts'

export const kindWords: Readonly<Record<ProtectionKind, string>> = {
  child_protection_plan: 'Child protection plan',
  looked_after: 'Looked after',
  unborn_plan: 'Plan of an unborn child, on the mother',
}

export const whatWords: Readonly<Record<What, string>> = {
  started: 'Started',
  ended: 'Ended',
  deleted: 'Deleted: it was an error',
  corrected: 'Corrected',
  again: 'Sent again',
}

/** How long something has waited, in the largest whole unit that says enough. */
export function ageWords(since: Temporal.Instant, now: Temporal.Instant): string {
  const hours = Math.floor(since.until(now).total('hours'))
  if (hours < 1) return 'less than an hour'
  if (hours < 48) return hours === 1 ? '1 hour' : `${hours} hours`
  return `${Math.floor(hours / 24)} days`
}
