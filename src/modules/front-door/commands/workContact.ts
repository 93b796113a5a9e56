import { workerCard } from '#modules/agencies'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { Rag } from '../rules/contactWords.ts'
import type { FrontDoorTables } from '../tables.ts'

/** `stale`: somebody changed or decided it meanwhile, or it is not the caller's to change. Then nothing is written. */
export type Worked = 'done' | 'stale'

/** A contact as its form was shown. */
export type ContactVersion = { readonly id: Uuid; readonly version: number }

/** Rates how urgent it is, with the reason. */
export function rateContact(work: Work, at: ContactVersion, rag: Rag, reason: string): Promise<Worked> {
  return change(work, at, { rag, rag_reason: reason, rag_at: work.now, rag_by: work.actor.id })
}

/**
 * Says that somebody is in danger and what was done about it at once, before any decision. The managers of the team and
 * whoever is on duty are told by the database when it first says so.
 */
export function actOnDanger(
  work: Work,
  at: ContactVersion,
  danger: string | null,
  action: string,
): Promise<Worked> {
  return change(work, at, {
    is_danger: true,
    ...(danger === null ? {} : { danger }),
    action_taken: action,
    rag: 'red',
    rag_reason: 'Somebody is in danger',
    rag_at: work.now,
    rag_by: work.actor.id,
  })
}

type Changes = {
  readonly rag?: Rag
  readonly rag_reason?: string
  readonly rag_at?: Temporal.Instant
  readonly rag_by?: Uuid
  readonly is_danger?: boolean
  readonly danger?: string
  readonly action_taken?: string
  readonly primary_need?: string | null
  readonly source?: string | null
  readonly decided_at?: Temporal.Instant
}

/** Writes columns of an undecided contact at this version, and counts the version up: of two at once the second is stale. */
export async function change(work: Work, { id, version }: ContactVersion, columns: Changes): Promise<Worked> {
  const { numUpdatedRows } = await work
    .db<FrontDoorTables>()
    .updateTable('contact')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'done' : 'stale'
}

/** What an agency knows or thinks, in its own name. It is never changed; whoever errs adds another. */
export async function contribute(
  work: Work,
  contactId: Uuid,
  said: { readonly body: string; readonly rag: Rag | null; readonly submission: Uuid },
): Promise<void> {
  const card = await workerCard(work, work.actor.id)
  await work
    .db<FrontDoorTables>()
    .insertInto('contact_contribution')
    .values({
      id: makeUuid(),
      contact_id: contactId,
      organisation_id: card?.organisationId ?? null,
      author_id: work.actor.id,
      body: said.body,
      rag: said.rag,
      submission: said.submission,
    })
    .execute()
}
