import { sql } from 'kysely'
import type { Database } from '#platform/db'
import type { Sealer } from '#platform/files'
import { hashWord, secretFrom } from '#platform/keys'
import { authenticatorOf } from '#platform/sign-in'
import { endOfLondonDay } from '#reference'
import { asLateStoryteller } from './chronicle/asStoryteller.ts'
import type { County } from './county/county.ts'
import { INVITED_DAYS, invitedPerson } from './invitedPerson.ts'

/** The keys of the school nurse who signs in by invitation. */
export async function writeInvited(
  database: Database,
  sealer: Sealer,
  { county, today }: { readonly county: County; readonly today: Temporal.PlainDate },
): Promise<void> {
  const [nurse] = county.schoolNurses
  if (nurse === undefined) return
  const wordHash = await hashWord(invitedPerson.passphrase)
  const sealed = await sealer.seal(authenticatorOf(nurse.id), secretFrom(invitedPerson.secret))
  const until = endOfLondonDay(today.add({ days: INVITED_DAYS }))
  await asLateStoryteller(database, work =>
    sql`select access.tell_invited_key(${nurse.id}::uuid, ${wordHash}, ${sealed}, ${until})`.execute(
      work.db(),
    ),
  )
}
