import { KithError } from '#platform/errors'
import { readKnownAt } from '#platform/http'
import { ENGLAND, systemClock } from '#platform/time'
import type { CommandDeclaration, OptionDeclaration } from './declaration.ts'

/** Taken by every command, so that one that cannot answer says why; shown in the help of those that can. */
export const KNOWN_AT_OPTION: OptionDeclaration = {
  flags: '--known-at <moment>',
  doc: 'answer from the record as it stood then, and change nothing: 2026-03-31T17:00 by the clock of England, or a date for its end',
}

/**
 * The moment that `--known-at` asks of a command, read as `?known-at=` of a page is; null without it.
 * @throws KithError KITH_USAGE when the command cannot answer from the past, or the moment cannot be read or is to come
 */
export function knownAtOf(
  { name, past }: CommandDeclaration,
  options: Readonly<Record<string, unknown>>,
): Temporal.Instant | null {
  const given = options['knownAt']
  if (given === undefined) return null
  if (past !== 'answers')
    throw new KithError('KITH_USAGE', {
      sentence: past?.refusal ?? `"${name}" has no record to answer from. Leave --known-at out.`,
    })
  const asked = readKnownAt(given, systemClock.now())
  if (asked.ok) return asked.instant
  throw new KithError('KITH_USAGE', { sentence: `--known-at: ${asked.problem}` })
}

/** Why a command that writes has no past. @param command as it is typed after "kith" */
export function writesRecord(command: string): { readonly refusal: string } {
  return { refusal: `"${command}" changes the record; --known-at only reads. Leave --known-at out.` }
}

/** The line under what was found, for people: as of when it holds. */
export function asItStood(knownAt: Temporal.Instant): string {
  const local = knownAt.toZonedDateTimeISO(ENGLAND).toPlainDateTime()
  return `As the record stood at ${local.toString({ smallestUnit: 'minute' })} by the clock of England.`
}
