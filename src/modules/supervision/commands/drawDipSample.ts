import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { posts } from '#modules/agencies'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { drawSample } from '../rules/drawSample.ts'
import type { SupervisionTables } from '../tables.ts'

/** A dip sample to draw. */
export type SampleWanted = {
  readonly teamId: Uuid
  readonly fromOn: Temporal.PlainDate
  readonly untilOn: Temporal.PlainDate
  readonly size: number
  readonly auditorId: Uuid
  /** What the draw follows from; null: one is made. */
  readonly seed: string | null
  readonly submission: Uuid
}

type Drawable = { id: Uuid; supervisee_id: Uuid; supervisor_id: Uuid }

/**
 * Draws complete sessions of a team at random, for somebody to score who neither held nor had them. The seed stays with the sample: whoever
 * doubts the draw can make it again.
 * @returns the sample; null where there is no session to draw
 */
export async function drawDipSample(work: Work, wanted: SampleWanted): Promise<Uuid | null> {
  const held = await posts(work, { teamIds: [wanted.teamId] })
  const sessions = await drawable(work, wanted, [...new Set(held.map(({ workerId }) => workerId))])
  if (sessions.length === 0) return null
  const seed = wanted.seed ?? randomBytes(8).toString('hex')
  const drawn = new Set(
    drawSample(
      sessions.map(({ id }) => id),
      wanted.size,
      seed,
    ),
  )
  const sampleId = makeUuid()
  const db = work.db<SupervisionTables>()
  await db
    .insertInto('supervision_sample')
    .values({
      id: sampleId,
      team_id: wanted.teamId,
      from_on: wanted.fromOn,
      until_on: wanted.untilOn,
      seed,
      size: drawn.size,
      among: sessions.length,
      drawn_on: work.today,
      drawn_by: work.actor.id,
      submission: wanted.submission,
    })
    .execute()
  const rows = sessions
    .filter(({ id }) => drawn.has(id))
    .map(({ id, supervisee_id, supervisor_id }) => ({
      id: makeUuid(),
      sample_id: sampleId,
      session_id: id,
      supervisee_id,
      supervisor_id,
      auditor_id: wanted.auditorId,
    }))
  await db.insertInto('supervision_audit').values(rows).execute()
  return sampleId
}

/** Complete sessions of these workers whose supervisor the acting person leads too, and which the auditor had no part in. */
async function drawable(
  work: Work,
  { fromOn, untilOn, auditorId }: SampleWanted,
  workerIds: readonly Uuid[],
): Promise<readonly Drawable[]> {
  const { rows } = await sql<Drawable>`
    select session.id, session.supervisee_id, session.supervisor_id from supervision_session session
    where session.status = 'complete' and session.held_on between ${fromOn}::date and ${untilOn}::date
      and session.supervisee_id = any (${[...workerIds]}::uuid[]) and ${auditorId}::uuid not in (session.supervisee_id, session.supervisor_id)
      and access.line_of(session.supervisee_id) and access.line_of(session.supervisor_id)
    order by session.id`.execute(work.db<SupervisionTables>())
  return rows
}
