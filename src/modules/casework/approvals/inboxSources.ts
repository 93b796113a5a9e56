import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '#platform/ids'

/** Who asks, and for which list. */
export type Asked = {
  readonly me: Uuid
  readonly today: Temporal.PlainDate
  readonly show: 'waiting' | 'handed_in' | 'decided'
  readonly teamIds: readonly Uuid[]
}

const led = ({ teamIds }: Asked) => sql`any (${[...teamIds]}::uuid[])`

/** What was handed in for a manager's decision. */
export function handedInForms(asked: Asked): RawBuilder<unknown> {
  const { me, show } = asked
  const where = {
    handed_in: sql`submitted_by = ${me}`,
    waiting: sql`outcome is null and submitted_by <> ${me} and (to_worker_id = ${me} or team_id = ${led(asked)})`,
    decided: sql`outcome is not null and submitted_by <> ${me}
      and (to_worker_id = ${me} or team_id = ${led(asked)} or decided_by = ${me})`,
  }[show]
  return sql`select 'approval' as source, id, kind, person_ids, team_id, to_worker_id, submitted_by, submitted_at,
      decided_by, decided_at, outcome, reason, null::date as wished_on
    from approval where ${where}`
}

/**
 * Transfers, one for the children who go together. The managers of the team that was asked answer; leaders of its area direct
 * it and do not.
 */
export function askedTransfers(asked: Asked): RawBuilder<unknown> {
  const { me, today, show } = asked
  const managed = sql`select p.team_id from post p where p.worker_id = ${me} and p.role in ('team_manager', 'duty_manager')
    and p.started_on <= ${today}::date and (p.ended_on is null or p.ended_on >= ${today}::date)`
  const where = {
    handed_in: sql`requested_by = ${me}`,
    waiting: sql`decided_at is null and to_team_id = ${led(asked)} and to_team_id in (${managed})`,
    decided: sql`decided_at is not null and requested_by <> ${me}
      and (to_team_id = ${led(asked)} or from_team_id = ${led(asked)})`,
  }[show]
  return sql`select 'transfer', (array_agg(id order by id))[1], 'transfer', array_agg(person_id order by id), to_team_id,
      null::uuid, requested_by, min(requested_at), decided_by, max(decided_at), outcome, reason, moves_on
    from transfer where ${where}
    group by moves_id, to_team_id, requested_by, decided_by, outcome, reason, moves_on`
}

/** Of the teams that hold one of a row's people today, the first that the reader directs. */
const holdingTeam = (asked: Asked, row: string) => sql`(select a.team_id from allocation a
    where a.person_id = any (${sql.ref(`${row}.person_ids`)}) and a.team_id = ${led(asked)} and a.started_on <= ${asked.today}::date
      and (a.ended_on is null or a.ended_on >= ${asked.today}::date) order by a.team_id limit 1)`

/** Two records that somebody says are of one person: a manager of both cases confirms, never who asked. */
export function askedMerges(asked: Asked): RawBuilder<unknown> {
  const { me, show } = asked
  const where = {
    handed_in: sql`asked_by = ${me}`,
    waiting: sql`merged_at is null and closed_at is null and asked_by <> ${me} and team_id is not null`,
    decided: sql`coalesce(merged_at, closed_at) is not null and asked_by <> ${me}
      and (team_id is not null or confirmed_by = ${me} or closed_by = ${me})`,
  }[show]
  return sql`select 'merge', id, 'merge', person_ids, team_id, null::uuid, asked_by, asked_at, coalesce(confirmed_by, closed_by),
      coalesce(merged_at, closed_at), case when merged_at is not null then 'authorised' when closed_by = asked_by then 'withdrawn'
        when closed_at is not null then 'refused' end, close_reason, null::date
    from (select pair.*, ${holdingTeam(asked, 'pair')} as team_id
      from (select m.*, array[m.survivor_id, m.merged_id] as person_ids from merge m) pair) merge where ${where}`
}

/** Letters that would tell a protected address: two people release each, the managers of the case among them. */
export function heldLetters(asked: Asked): RawBuilder<unknown> {
  const { me, show } = asked
  const where = {
    handed_in: sql`made_by = ${me} and held_because is not null`,
    waiting: sql`status = 'held' and team_id is not null and not ${me} = any (released_by)`,
    decided: sql`held_because is not null and (${me} = any (released_by)
      or (status <> 'held' and team_id is not null and made_by is distinct from ${me}))`,
  }[show]
  return sql`select 'letter', id, 'letter', person_ids, team_id, null::uuid, made_by,
      coalesce((held_because ->> 'at')::timestamptz, recorded_from), released_by[cardinality(released_by)],
      (held_because #>> '{releases,-1,at}')::timestamptz,
      case when status = 'stopped' then 'stopped' when status <> 'held' then 'released'
        when ${me} = any (released_by) then 'released_once' end,
      coalesce(stopped_reason, held_because #>> '{releases,-1,reason}'), null::date
    from (select l.*, ${holdingTeam(asked, 'l')} as team_id from letter l) letter where ${where}`
}

/** Documents with a part that would tell a protected address to whom it is wanted for: two people release it likewise. */
export function heldParts(asked: Asked): RawBuilder<unknown> {
  const { me, show } = asked
  const where = {
    handed_in: sql`made_by = ${me}`,
    waiting: sql`cardinality(released_by) < 2 and team_id is not null and not ${me} = any (released_by)`,
    decided: sql`${me} = any (released_by)
      or (cardinality(released_by) = 2 and team_id is not null and made_by is distinct from ${me})`,
  }[show]
  return sql`select distinct on (document_id) 'part', document_id, 'part', person_ids, team_id, null::uuid, made_by, since,
      released_by[cardinality(released_by)], null::timestamptz,
      case when cardinality(released_by) = 2 then 'released' when ${me} = any (released_by) then 'released_once' end,
      held_because #>> '{releases,-1,reason}', null::date
    from (select p.document_id, d.person_ids, d.made_by, p.recorded_from as since, p.released_by, p.held_because,
        ${holdingTeam(asked, 'd')} as team_id
      from document_part p join document d on d.id = p.document_id
      where p.held_because is not null and d.withdrawn_at is null) held
    where ${where}`
}
