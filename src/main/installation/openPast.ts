import { awaitSettled, type Database, serviceActor } from '#platform/db'
import { recordShown } from '#platform/http'

/**
 * The door to the record as it stood at an instant, for a command that only reads: whatever it asks is answered as of
 * then, with that day's today, and a write is refused by the database. The look is in the audit before the first answer.
 * @param command as it is typed, for the audit; `resource` what it looks at
 * @throws NotSettledError when work begun before the instant does not end
 */
export async function openPast(
  database: Database,
  instant: Temporal.Instant,
  { command, resource }: { readonly command: string; readonly resource: string },
): Promise<Database> {
  await awaitSettled(database, instant)
  const past: Database = {
    as: (actor, purpose, fn, options) => database.as(actor, purpose, fn, { ...options, knownAt: instant }),
    close: () => database.close(),
  }
  await past.as(serviceActor('verifier'), 'verify', work =>
    recordShown(work, { resource, subjectIds: [], action: 'list' }, command),
  )
  return past
}
