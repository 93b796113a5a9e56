import { hashWord } from '../../keys/index.ts'
import { recordSignIn } from '../recordSignIn.ts'
import type { InvitedDoor } from './door.ts'
import { beginEnrolment, endInvitedSessions } from './enrol.ts'
import { type Proof, prove } from './prove.ts'
import type { InvitedTables } from './tables.ts'

/** Changes the passphrase of whoever proves who they are; their sessions end. @returns whether it was changed */
export async function changeWord(door: InvitedDoor, proof: Proof, chosen: string): Promise<boolean> {
  const wordHash = await hashWord(chosen, door.wordCost)
  const done = await prove(door, proof, async (work, { workerId }) => {
    await work
      .db<InvitedTables>()
      .updateTable('app.invited_key')
      .set({ word_hash: wordHash })
      .where('worker_id', '=', workerId)
      .execute()
    await endInvitedSessions(work, workerId, door.clock.now())
  })
  if (done === null) return false
  const { workerId, class: itsClass } = done.proved
  await recordSignIn(door.database, { id: workerId, class: itsClass }, 'passphrase_changed')
  return true
}

/** Begins with another authenticator, for whoever proves who they are by a code of either kind. @returns a token, or null */
export async function beginNewDevice(door: InvitedDoor, proof: Proof): Promise<string | null> {
  const done = await prove(door, proof, (work, { workerId }) =>
    beginEnrolment(door, work, { workerId, linkHash: null, wordHash: null }),
  )
  return done?.result ?? null
}
