import { sql } from 'kysely'
import { refreshAccess } from '#modules/access'
import { gatherCaseload } from '#modules/workforce'
import { type Database, serviceActor, type Work } from '#platform/db'

/** By what the workers made here are told from those of the demo. */
const NAME = 'Worker of a large county'
/** Children whom the authority means one worker to lead. */
const EACH = 15
/** How often a child's worker changed in three years: what caseload over time has to look at. */
const HELD = 6
const DAYS_HELD = 180
/** Brothers and sisters of one family. */
const SIBLINGS = 2
const limits = { deferAccess: true, statementSeconds: 600 } as const

/**
 * Gives all teams of Family Safeguarding so many more children, led by as many workers as that takes, with three years of allocations:
 * what is read of teams and caseload, without the notes and meetings that those pages never look at.
 */
export async function fillTeams(database: Database, children: number): Promise<void> {
  if (children === 0) return
  const workers = Math.ceil(children / EACH)
  const steps: readonly ((work: Work) => Promise<unknown>)[] = [
    (work: Work) => hire(work, workers),
    (work: Work) => bear(work, children),
    (work: Work) => allocate(work, workers),
    refreshAccess,
    gatherCaseload,
  ]
  for (const step of steps) await database.as(serviceActor('storyteller'), 'demo', step, limits)
}

/** In each team in turn; one in nine through an agency, one in seven for half a week. */
async function hire(work: Work, workers: number): Promise<void> {
  await sql`
    with team_of as (select id, row_number() over (order by id) - 1 as n, count(*) over () as all_of_them
        from team where kind = 'family_safeguarding'),
      hired as (insert into worker (display_name, class, started_on)
        select ${NAME} || ' ' || n, 'practitioner', ${work.today.toString()}::date - 1200 from generate_series(1, ${workers}::int) n
        returning id, display_name)
    insert into post (worker_id, team_id, role, fte, holds_cases, employment, started_on)
    select h.id, t.id, 'social_worker', case when m.n % 7 = 0 then 0.5 else 1 end, true,
      case when m.n % 9 = 0 then 'agency' else 'permanent' end, ${work.today.toString()}::date - 1200
    from hired h cross join lateral (select split_part(h.display_name, ' ', 6)::int as n) m
      join team_of t on t.n = m.n % t.all_of_them`.execute(work.db())
}

async function bear(work: Work, children: number): Promise<void> {
  await sql`
    with born as (insert into person (date_of_birth, created_by)
        select ${work.today.toString()}::date - 400 - (n * 37) % 5500, null from generate_series(1, ${children}::int) n returning id),
      numbered as (select id, row_number() over (order by id) as n from born),
      named as (insert into person_name (person_id, given, family)
        select id, 'Childe' || n, 'Inventley' || n / ${SIBLINGS}::int from numbered),
      home as (insert into family (reference) select 'W' || n from generate_series(0, ${Math.ceil(children / SIBLINGS)}::int) n
        returning id, reference)
    insert into family_member (family_id, person_id, role, started_on)
    select h.id, b.id, 'child', ${work.today.toString()}::date - 1150
    from numbered b join home h on h.reference = 'W' || b.n / ${SIBLINGS}::int`.execute(work.db())
}

/** Each child goes from one worker of the team to the next twice a year, the last time within the last half. */
async function allocate(work: Work, workers: number): Promise<void> {
  await sql`
    with place as (select p.worker_id, p.team_id, row_number() over (partition by p.team_id order by w.id) - 1 as n,
          count(*) over (partition by p.team_id) as of_team, row_number() over (order by p.team_id, w.id) - 1 as seat
        from worker w join post p on p.worker_id = w.id where starts_with(w.display_name, ${NAME})),
      child as (select m.person_id, row_number() over (order by f.reference, m.person_id) - 1 as n
        from family f join family_member m on m.family_id = f.id where f.reference ~ '^W[0-9]+$'),
      first as (select c.person_id, c.n, p.team_id, p.n as place, p.of_team from child c join place p on p.seat = c.n % ${workers}::int)
    insert into allocation (person_id, team_id, worker_id, role, started_on, ended_on, reason)
    select f.person_id, f.team_id, w.worker_id, 'lead_social_worker', days.began,
      case when h < ${HELD}::int - 1 then days.began + ${DAYS_HELD}::int end, null
    from first f cross join generate_series(0, ${HELD}::int - 1) h
      join place w on w.team_id = f.team_id and w.n = (f.place + h) % f.of_team
      cross join lateral (select ${work.today.toString()}::date - ${HELD * DAYS_HELD}::int + h * ${DAYS_HELD}::int + (f.n % 60)::int as began) days`.execute(
    work.db(),
  )
}
