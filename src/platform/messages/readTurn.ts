import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import type { Sealer } from '../files/index.ts'
import type { Uuid } from '../ids/index.ts'
import { type Readers, UnreadableMessage } from './reader.ts'

/** Messages read in one transaction: each then costs less, and a failure has so many read again one by one. */
export const AT_ONCE = 50

type Row = {
  readonly id: Uuid
  readonly senderId: Uuid | null
  readonly channel: string
  readonly sealed: Buffer
  readonly receivedAt: Temporal.Instant
}

/** Whoever reads many at once waits for whoever does so already in this lane: the visits of two turns would wait for each other crosswise. */
const waitForTurn = (work: Work, lane: number) =>
  sql`select pg_advisory_xact_lock(7407, ${lane}::int)`.execute(work.db())

/**
 * Reads in one transaction messages of a lane that wait for their first try, the longest waiting first.
 * @param taken is told the messages of the turn before the first is read, so that they can be read one by one when any of them fails
 * @returns how many there were: {@link AT_ONCE} where more may wait
 */
export async function readTurn(
  work: Work,
  sealer: Sealer,
  lane: number,
  readers: Readers,
  taken: (turn: readonly Uuid[]) => void,
): Promise<number> {
  await waitForTurn(work, lane)
  const { rows } = await sql<Row>`
    select ${columns} from app.message_work w join app.message_in m on m.id = w.message_id
    where w.state = 'waiting' and w.lane = ${lane} and w.tries = 0 and w.next_try_at <= ${work.now} order by w.next_try_at limit ${AT_ONCE}
    for update of w skip locked`.execute(work.db())
  taken(rows.map(({ id }) => id))
  await readRows(work, sealer, rows, readers)
  return rows.length
}

/** Reads one message. Of two jobs for it the second waits: the first may belong to a process that was killed, and come to nothing. */
export async function readAlone(work: Work, sealer: Sealer, id: Uuid, readers: Readers): Promise<void> {
  const { rows } = await sql<Row>`
    select ${columns} from app.message_work w join app.message_in m on m.id = w.message_id
    where w.state = 'waiting' and w.message_id = ${id} for update of w`.execute(work.db())
  await readRows(work, sealer, rows, readers)
}

const columns = sql.raw(
  'm.id, coalesce(w.sender_id, m.sender_id) as "senderId", m.channel, m.sealed, m.received_at as "receivedAt"',
)

async function readRows(work: Work, sealer: Sealer, rows: readonly Row[], readers: Readers): Promise<void> {
  if (rows.length === 0) return // read already
  for (const row of rows) await readOne(work, sealer, row, readers)
  await sql`update app.message_work set state = 'done', tries = tries + 1, ended_at = clock_timestamp()
    where message_id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(work.db())
}

async function readOne(
  work: Work,
  sealer: Sealer,
  { id, senderId, channel, sealed, receivedAt }: Row,
  { read, readUnsent }: Readers,
): Promise<void> {
  const bytes = await sealer.open(`message ${id}`, sealed)
  if (bytes === null) throw new UnreadableMessage('sealed_wrongly')
  if (senderId === null) await readUnsent(work, { id, channel, bytes, receivedAt })
  else await read(work, { id, senderId, channel, bytes, receivedAt })
}
