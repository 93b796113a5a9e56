import { sql } from 'kysely'
import { hashWord } from '../../keys/index.ts'
import { hashToken } from '../tokens.ts'
import { asPorter, type InvitedDoor } from './door.ts'
import { beginEnrolment } from './enrol.ts'
import type { InvitedTables } from './tables.ts'

/** Whose invitation a link is, while it may be used; looking at it uses nothing up, since programs that check mail open links. */
export async function invitedBy(door: InvitedDoor, link: string) {
  const now = door.clock.now()
  return asPorter(door, work =>
    work
      .db<InvitedTables>()
      .selectFrom('app.invited_key as key')
      .innerJoin('worker', 'worker.id', 'key.worker_id')
      .select(['key.worker_id', 'worker.email'])
      .where('key.link_hash', '=', hashToken(link))
      .where('key.link_ends_at', '>', now)
      .where('key.withdrawn_at', 'is', null)
      .where(sql<boolean>`access.may_be_invited(key.worker_id)`)
      .executeTakeFirst(),
  )
}

/** Goes on from a link with the passphrase chosen; the link is used up when the authenticator is set up. @returns a token, or null */
export async function acceptLink(
  door: InvitedDoor,
  link: string,
  passphrase: string,
): Promise<string | null> {
  const wordHash = await hashWord(passphrase, door.wordCost)
  const invited = await invitedBy(door, link)
  if (invited === undefined) return null
  return asPorter(door, work =>
    beginEnrolment(door, work, { workerId: invited.worker_id, linkHash: hashToken(link), wordHash }),
  )
}
