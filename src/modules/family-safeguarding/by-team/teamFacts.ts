import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A need that a team offers help for: how long before the referral it was first noted, and how long until a specialist came. */
export type OfferedNeed = {
  readonly teamId: Uuid
  readonly teamName: string
  readonly notedBy: string | null
  /** Days from the first noting to the referral; below zero when it was noted after. Null without a referral. */
  readonly daysBeforeReferral: number | null
  readonly daysToContact: number | null
}

type NeedRow = {
  team_id: Uuid
  name: string
  noted_by: string | null
  lead: number | null
  wait: number | null
}

/** One line for each strand whose team's work the reader may read. */
export async function offeredNeeds(work: Work): Promise<readonly OfferedNeed[]> {
  const { rows } = await sql<NeedRow>`
    select strand.team_id, team.name, noted.by as noted_by, (came.received_on - strand.need_noted_on) as lead,
      (strand.first_contact_on - strand.need_noted_on) as wait
    from strand join team on team.id = strand.team_id
      left join lateral (select need.noted_by_discipline as by from family_member child join need on need.person_id = child.person_id
        where child.family_id = strand.family_id and coalesce(need.adult_id, need.person_id) = strand.person_id and need.kind = strand.need_kind
        order by need.noted_on, need.id limit 1) noted on true
      left join lateral (select referral.received_on from family_member child join referral on referral.person_id = child.person_id
        where child.family_id = strand.family_id and child.role = 'child' and referral.received_on <= strand.offered_on
        order by referral.received_on desc limit 1) came on true
    where strand.discipline in ('mental_health', 'substance_misuse', 'domestic_abuse')
    order by team.name, strand.id`.execute(work.db())
  return rows.map(row => ({
    teamId: row.team_id,
    teamName: row.name,
    notedBy: row.noted_by,
    daysBeforeReferral: row.lead,
    daysToContact: row.wait,
  }))
}

/** What was said of the help, by team: who was not asked is counted too, and who was asked and has not answered, or would rather not, as silent. */
export type SaidOfTeam = {
  readonly teamId: Uuid
  readonly teamName: string
  readonly outcome: 'given' | 'not_given' | 'not_asked'
  readonly score: number | null
}

type SaidRow = { team_id: Uuid; name: string; outcome: SaidOfTeam['outcome']; score: number | null }

export async function saidOfTeams(work: Work): Promise<readonly SaidOfTeam[]> {
  const { rows } = await sql<SaidRow>`
    select said.team_id, team.name, case when said.outcome in ('asked', 'declined') then 'not_given' else said.outcome end as outcome, said.score from family_feedback said join team on team.id = said.team_id
    where said.on_day > ${work.today.subtract({ years: 1 })}::date order by team.name, said.id`.execute(
    work.db(),
  )
  return rows.map(row => ({
    teamId: row.team_id,
    teamName: row.name,
    outcome: row.outcome,
    score: row.score,
  }))
}

/** The last measure before the first contact with somebody, and the last one after. */
export type Fared = {
  readonly team: string
  readonly measure: string
  readonly before: number
  readonly after: number
}

type FaredRow = { team: string; measure: string; before: number; after: number }

/**
 * Of everybody with both: nobody is counted who was measured on one side alone. Of a child the first contact is that with anybody of
 * the family.
 */
export async function fared(work: Work): Promise<readonly Fared[]> {
  const { rows } = await sql<FaredRow>`
    with met as (
      select strand.family_id, strand.person_id, min(strand.first_contact_on) as met_on from strand
      where strand.first_contact_on is not null group by 1, 2),
    taken as (
      select measured.person_ids[1] as person_id, measured.measure, measured.value, measured.on_day, team.name as team,
        coalesce(own.met_on, (select min(met.met_on) from met where met.family_id = measured.family_id and exists (select from family_member child
          where child.family_id = measured.family_id and child.person_id = measured.person_ids[1] and child.role = 'child'))) as met_on
      from outcome_measure measured join team on team.id = measured.team_id
        left join met own on own.family_id = measured.family_id and own.person_id = measured.person_ids[1])
    select taken.team, taken.measure,
      (array_agg(taken.value order by taken.on_day desc) filter (where taken.on_day < taken.met_on))[1]::float8 as before,
      (array_agg(taken.value order by taken.on_day desc) filter (where taken.on_day >= taken.met_on))[1]::float8 as after
    from taken where taken.met_on is not null
    group by taken.team, taken.measure, taken.person_id
    having count(*) filter (where taken.on_day < taken.met_on) > 0 and count(*) filter (where taken.on_day >= taken.met_on) > 0
    order by taken.measure, taken.team`.execute(work.db())
  return rows
}
