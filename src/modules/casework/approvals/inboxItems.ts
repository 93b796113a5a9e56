import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { InboxItem } from './inboxItem.ts'
import { askedMerges, askedTransfers, handedInForms, heldLetters, heldParts } from './inboxSources.ts'

/** Which part of the inbox a list is about, narrowed. */
export type InboxChoice = {
  /** Waiting for the reader's decision, handed in by the reader, or decided for the reader's teams. */
  readonly show: 'waiting' | 'handed_in' | 'decided'
  readonly kind?: string | undefined
  readonly team?: Uuid | undefined
  /** Only what was asked of the reader by name. */
  readonly mine?: boolean | undefined
}

/** A page of a list; left out: the whole of it. */
export type InboxPage = { readonly offset: number; readonly limit: number }

/**
 * The inbox as one list, newest first, whatever its things are kept as.
 * @param teamIds teams whose work the reader directs, their cover of others included
 */
export async function inboxItems(
  work: Work,
  choice: InboxChoice,
  teamIds: readonly Uuid[],
  page?: InboxPage,
): Promise<readonly InboxItem[]> {
  const part = page === undefined ? sql`` : sql`offset ${page.offset} limit ${page.limit}`
  const { rows } =
    await sql<InboxItem>`select source, id, kind, person_ids as "personIds", team_id as "teamId",
      to_worker_id as "toWorkerId", submitted_by as "submittedBy", submitted_at as "submittedAt",
      decided_by as "decidedBy", decided_at as "decidedAt", outcome, reason, wished_on as "wishedOn"
    from (${chosen(work, choice, teamIds)}) item order by submitted_at desc, id desc ${part}`.execute(
      work.db(),
    )
  return rows
}

/** How many there are of a list. */
export async function countInbox(work: Work, choice: InboxChoice, teamIds: readonly Uuid[]): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::integer as count from (${chosen(work, choice, teamIds)}) item`.execute(work.db())
  return rows[0]?.count ?? 0
}

/** Each kind from its own table, those alone that the filters leave. */
function chosen(work: Work, choice: InboxChoice, teamIds: readonly Uuid[]): RawBuilder<unknown> {
  const asked = { me: work.actor.id, today: work.today, show: choice.show, teamIds }
  const elsewhere = { transfer: askedTransfers, merge: askedMerges, letter: heldLetters, part: heldParts }
  const all = Object.entries(elsewhere)
  const ofKind = all.filter(([kind]) => (choice.kind ?? kind) === kind)
  const sources = [
    ...(all.some(([kind]) => kind === choice.kind) ? [] : [handedInForms(asked)]),
    ...ofKind.map(([, source]) => sql`select * from (${source(asked)}) one`),
  ]
  return sql`select * from (${sql.join(sources, sql` union all `)})
      every (source, id, kind, person_ids, team_id, to_worker_id, submitted_by, submitted_at, decided_by, decided_at, outcome,
        reason, wished_on)
    where true
    ${choice.kind === undefined ? sql`` : sql`and kind = ${choice.kind}`}
    ${choice.team === undefined ? sql`` : sql`and team_id = ${choice.team}::uuid`}
    ${choice.mine === true ? sql`and to_worker_id = ${work.actor.id}::uuid` : sql``}`
}
