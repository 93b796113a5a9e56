import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import { makeUuid, type Uuid } from '#platform/ids'
import { keepMessage } from '#platform/messages'
import type { PartnersTables } from '../tables.ts'
import { kinds, type NoticeKind, schemas, theirReference } from '../told/kinds.ts'
import { makeReference } from './reference.ts'

/** Who sends: an organisation of the directory, by somebody who filled in a form, or by a system of theirs. */
export type NoticeSender = { readonly organisationId: Uuid; readonly sentBy: Uuid | null }

export type NoticeSent = {
  readonly kind: NoticeKind
  readonly sender: NoticeSender
  /** As it came, unread. */
  readonly body: unknown
  readonly receivedAt?: Temporal.Instant
}

export type Taken =
  | {
      readonly kind: 'taken'
      readonly id: Uuid
      readonly messageId: Uuid
      readonly reference: string
      readonly isNew: boolean
    }
  | { readonly kind: 'refused'; readonly issues: z.core.$ZodIssue[] }

/** What is kept of a message, sealed: enough to read it again without the door by which it came. */
export type Envelope = { readonly kind: NoticeKind; readonly body: unknown }

/**
 * Keeps a notice as it came before anything is made of it, and asks for it to be read; the sender has its reference at once. The same words of the
 * same organisation under the same reference of theirs are one notice, and have the same answer. As whoever filled in a form, or the listener.
 */
export async function takeNotice(
  work: Work,
  sealer: Sealer,
  { kind, sender, body, receivedAt = work.now }: NoticeSent,
): Promise<Taken> {
  const read = schemas[kind].safeParse(body)
  if (!read.success) return { kind: 'refused', issues: read.error.issues }
  const theirs = theirReference(read.data)
  const envelope: Envelope = { kind, body: read.data }
  const reference = makeReference()
  const kept = await keepMessage(work, sealer, {
    senderId: sender.organisationId,
    channel: 'form',
    controlId: theirs,
    bytes: Buffer.from(JSON.stringify(envelope)),
    answerCode: 'AA',
    saidSender: null,
    answer: Buffer.from(reference),
    fault: null,
  })
  const first = kept.answer.toString()
  const taken = { kind: 'taken', messageId: kept.id, reference: first } as const
  if (!kept.isNew) return { ...taken, id: await noticeOf(work, first), isNew: false }
  const id = makeUuid()
  await work
    .db<PartnersTables>()
    .insertInto('partner_notice')
    .values({
      id,
      message_id: kept.id,
      kind,
      organisation_id: sender.organisationId,
      sent_by: sender.sentBy,
      reference,
      their_reference: theirs,
      received_at: receivedAt,
    })
    .execute()
  return { ...taken, id, isNew: true }
}

/** Empty of an id where a colleague sent it: its reference is told all the same. */
async function noticeOf(work: Work, reference: string): Promise<Uuid> {
  const { rows } = await sql<{
    id: Uuid
  }>`select id from partner_notice where reference = ${reference}`.execute(work.db())
  return rows[0]?.id ?? makeUuid()
}

export const isKind = (kind: unknown): kind is NoticeKind => kinds.some(one => one === kind)
