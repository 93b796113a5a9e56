import { sql } from 'kysely'
import { receivingTeam } from '#modules/front-door'
import type { Work } from '#platform/db'
import { type OpenMessage, UnreadableMessage } from '#platform/messages'
import { tellEncompass } from '../encompass/tellEncompass.ts'
import { matchChildren } from '../matching/matchChildren.ts'
import type { PartnersTables } from '../tables.ts'
import { bringToFrontDoor } from '../telling/bringToFrontDoor.ts'
import type { Standing } from '../telling/standing.ts'
import { ask, tellReader } from '../telling/tellReader.ts'
import { type NoticeKind, schemas, type Told } from '../told/kinds.ts'
import { type Envelope, isKind } from './takeNotice.ts'

/** Makes of a kept notice what it is for: matched, told on, and asked about what nobody can decide by rule. As the listener; once. */
export async function readNotice(
  work: Work,
  { id: messageId, bytes }: Pick<OpenMessage, 'id' | 'bytes'>,
): Promise<void> {
  const one = toldFrom(bytes)
  const notice = await work
    .db<PartnersTables>()
    .selectFrom('partner_notice')
    .selectAll()
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  if (notice === undefined) throw new UnreadableMessage('no_notice')
  if (notice.told !== null) return // read before
  const team = await receivingTeam(work)
  if (team === null) throw new Error('No team receives what comes to the front door') // tried again: it waits, and is not lost
  await sql`update partner_notice set told = ${JSON.stringify(one.told)}::jsonb, version = version + 1 where id = ${notice.id}`.execute(
    work.db(),
  )
  await tellOn(work, one, {
    id: notice.id,
    receivedAt: notice.received_at,
    organisationId: notice.organisation_id,
    sentBy: notice.sent_by,
    reference: notice.reference,
    theirReference: notice.their_reference,
    frontDoor: team.id,
    isByHand: false,
  })
}

/** Reads the envelope. @throws when no try will ever read it */
function toldFrom(bytes: Uint8Array): Told {
  const { kind, body } = JSON.parse(Buffer.from(bytes).toString()) as Envelope // written by takeNotice
  if (!isKind(kind)) throw new UnreadableMessage('unknown_kind')
  const read = schemas[kind satisfies NoticeKind].safeParse(body)
  if (!read.success) throw new UnreadableMessage('not_as_agreed')
  return { kind, told: read.data } as Told // its own schema read it
}

async function tellOn(work: Work, one: Told, notice: Standing): Promise<void> {
  const matches = await matchChildren(work, notice.id, one)
  await tellReader(work, notice, { kind: 'front_door', teamId: notice.frontDoor })
  for (const { place, matched } of matches)
    if (matched.kind !== 'exact')
      await ask(work, notice, place, matched.kind === 'none' ? 'no_match' : 'many_matches')
  if (one.kind === 'encompass') await tellEncompass(work, notice, one.told, matches[0]?.facts ?? null)
  else await bringToFrontDoor(work, notice, one)
}
