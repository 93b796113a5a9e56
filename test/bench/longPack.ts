import { sql } from 'kysely'
import { type Database, serviceActor } from '#platform/db'

/** Some forty pages of five hundred words: two parts to a page. */
const PARTS = 80
const WORDS = 250
/** Beside the five of the family who are asked to the conference of the demo's story. */
const AGENCIES = 7
export const RECIPIENTS = 12

/**
 * Gives the conference of the story of shared papers seven agencies more and a second report of forty pages, all of it shown to
 * everybody. No run of words stands twice, so that the checks search all of it.
 */
export async function writeLongPack(database: Database): Promise<void> {
  await database.as(serviceActor('storyteller'), 'demo', async work => {
    const db = work.db()
    await sql`
      with story as (select p.meeting_id, p.person_ids, p.made_by from paper p where p.kind = 'social_work_report' and p.meeting_id is not null
          and exists (select from meeting m where m.id = p.meeting_id and m.kind = 'initial' and m.planned_at > now()) order by p.id limit 1),
        agency as (insert into organisation (name, kind) select 'Invented practice ' || n, 'nhs' from generate_series(1, ${AGENCIES}::int) n returning id),
        asked as (insert into meeting_invitee (meeting_id, side, agency, organisation_id, invited_at)
          select s.meeting_id, 'professional', 'health', a.id, now() from story s, agency a),
        long as (insert into paper (kind, meeting_id, person_ids, made_by, status, finished_at, finished_by)
          select 'social_work_report', s.meeting_id, s.person_ids, s.made_by, 'finished', now(), s.made_by from story s returning id)
      insert into paper_part (paper_id, place, heading, words, source)
      select l.id, n, 'Part ' || n, (select string_agg('word' || n || 'x' || w || case when w % 12 = 0 then '.' else '' end, ' ')
        from generate_series(1, ${WORDS}::int) w), 'own_work' from long l, generate_series(1, ${PARTS}::int) n`.execute(
      db,
    )
    await sql`
      insert into part_showing (part_id, recipient_id, invitee_id, shows, decided_by)
      select part.id, case when i.side = 'family' then i.person_id end, case when i.side <> 'family' then i.id end, true, p.made_by
      from paper p join paper_part part on part.paper_id = p.id join meeting_invitee i on i.meeting_id = p.meeting_id
      where (select count(*) from paper_part x where x.paper_id = p.id) = ${PARTS}`.execute(db)
  })
}
