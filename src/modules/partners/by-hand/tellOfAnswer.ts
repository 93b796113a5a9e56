import { sql } from 'kysely'
import { serviceActor, type Work } from '#platform/db'
import { parseUuid, type Uuid } from '#platform/ids'
import type { Task } from '#platform/jobs'
import { tellEncompass } from '../encompass/tellEncompass.ts'
import { factsOf } from '../matching/matchChildren.ts'
import type { PartnersTables } from '../tables.ts'
import { bringToFrontDoor } from '../telling/bringToFrontDoor.ts'
import { toldOf } from '../told/kinds.ts'

/** The job's name, asked for with the question that was answered. */
export const TELL_OF_ANSWER = 'tell_of_notice_answer'

/** After an answer by hand the case and the school are told, by the listener: whoever answered may know of neither. */
export const tellOfAnswerTask: Task = {
  name: TELL_OF_ANSWER,
  async run({ database }, payload) {
    const id = parseUuid(String((payload as { readonly questionId?: unknown }).questionId ?? ''))
    if (id === null) throw new Error('A job that tells of an answer names its question')
    await database.as(serviceActor('listener'), 'tell_of_answer', work => tellOfAnswer(work, id))
  },
}

/**
 * Tells what a rule would have told had it known: of an Encompass notice the named worker and the school. What the police told of a child who is
 * not on record becomes a contact, as notifications and referrals are already. Once for each answer; nothing when it was taken back meanwhile.
 */
export async function tellOfAnswer(work: Work, questionId: Uuid): Promise<void> {
  const db = work.db<PartnersTables>()
  const question = await db
    .selectFrom('partner_notice_question')
    .selectAll()
    .where('id', '=', questionId)
    .executeTakeFirst()
  if (question === undefined) return
  const notice = await db
    .selectFrom('partner_notice')
    .selectAll()
    .where('id', '=', question.notice_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const one = toldOf(notice.kind, notice.told)
  if (one.kind !== 'encompass') return
  const standing = {
    id: notice.id,
    receivedAt: notice.received_at,
    organisationId: notice.organisation_id,
    sentBy: notice.sent_by,
    reference: notice.reference,
    theirReference: notice.their_reference,
    frontDoor: question.team_id,
    isByHand: true,
  }
  if (question.answer === 'not_known_here') return await bringToFrontDoor(work, standing, one)
  if (question.answer !== 'matched') return
  const personId = await matchedWith(work, notice.id, question.place)
  if (personId !== null) await tellEncompass(work, standing, one.told, await factsOf(work, personId))
}

async function matchedWith(work: Work, noticeId: Uuid, place: number): Promise<Uuid | null> {
  const { rows } = await sql<{ id: Uuid }>`
    select person_id as id from partner_notice_match where notice_id = ${noticeId} and place = ${place}`.execute(
    work.db(),
  )
  return rows[0]?.id ?? null
}
