import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import type { Uuid } from '#platform/ids'
import { type NhsMessage, readNhsMessage } from '../message/readNhsMessage.ts'
import type { From } from './from.ts'
import { readAccess } from './readAccess.ts'
import { readAcknowledgement } from './readAcknowledgement.ts'
import { readInactive } from './readInactive.ts'

/** Makes of a kept message what it is for, once. Service listener. */
export async function readTaken(work: Work, sealer: Sealer, id: Uuid): Promise<void> {
  const { rows } = await sql<{ sealed: Buffer; teamId: Uuid }>`
    update protection_message set read_at = ${work.now} where id = ${id} and read_at is null returning sealed, team_id as "teamId"`.execute(
    work.db(),
  )
  const [row] = rows
  if (row === undefined) return // read before
  const bytes = await sealer.open(`protection message ${id}`, row.sealed)
  const message = bytes === null ? null : readNhsMessage(bytes)
  if (message === null) throw new Error('A message that was kept cannot be opened')
  const from: From = { messageId: id, teamId: row.teamId }
  await actOn(work, from, message)
}

/** What follows from a message. */
export async function actOn(work: Work, from: From, message: NhsMessage): Promise<void> {
  if (message.kind === '02') await readAcknowledgement(work, from, message)
  else if (message.kind === '05') await readAccess(work, from, message)
  else await readInactive(work, from, message)
}
