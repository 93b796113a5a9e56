import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** What is counted lies within this time: measures on both sides of a first contact need more than one year. */
const YEARS = 2
const since = (work: Work): Temporal.PlainDate => work.today.subtract({ years: YEARS })

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

/** One line for each need that a team of the authority offered help for; whose it was is not known here. */
export async function offeredNeeds(work: Work): Promise<readonly OfferedNeed[]> {
  const { rows } = await sql<NeedRow>`
    select counted.team_id, team.name, counted.noted_by, counted.days_before_referral as lead, counted.days_to_contact as wait
    from access.needs_offered(${since(work)}::date) counted join team on team.id = counted.team_id order by team.name`.execute(
    work.db(),
  )
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
    select said.team_id, team.name, said.outcome, said.score
    from access.said_of_help(${since(work)}::date) said join team on team.id = said.team_id
    order by team.name`.execute(work.db())
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

/**
 * Of everybody with both: nobody is counted who was measured on one side alone. Of a child the first contact is that with anybody of
 * the family.
 */
export async function fared(work: Work): Promise<readonly Fared[]> {
  const { rows } = await sql<Fared>`
    select team.name as team, counted.measure, counted.before, counted.after
    from access.fared_of_teams(${since(work)}::date) counted join team on team.id = counted.team_id
    order by counted.measure, team.name`.execute(work.db())
  return rows
}

/** A count of a team that opens the children behind it. */
export const countedAs = ['needs', 'waiting', 'given', 'not_given', 'not_asked'] as const
export type Counted = (typeof countedAs)[number]

/** The ids of the children of the families behind one count of a team, for a director; none where the families are too few to be told. */
export async function childrenCounted(work: Work, teamId: Uuid, counted: Counted): Promise<readonly Uuid[]> {
  const { rows } = await sql<{ id: Uuid }>`
    select id from access.children_counted(${since(work)}::date, ${teamId}::uuid, ${counted}) id order by id`.execute(
    work.db(),
  )
  return rows.map(({ id }) => id)
}
