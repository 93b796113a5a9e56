import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Discipline, Side } from '../rules/words.ts'
import { type ChapterState, isSameChapter } from './chapter.ts'

type Row = {
  family_id: Uuid
  discipline: Discipline
  works_with: Side | null
  since: Temporal.PlainDate
  is_open: boolean
  worker_names: string[]
  worker_ids: Uuid[]
  person_ids: Uuid[]
  last_entry_on: Temporal.PlainDate | null
  is_whole: boolean
  last_summary_on: Temporal.PlainDate | null
}

/**
 * The chapters of these families that the reader may see: one of social work for each open workbook, whose entries are notes about the
 * family too, and one for each discipline that works on a strand. One statement; each last entry is found by index.
 */
export async function chapterStates(
  work: Work,
  familyIds: readonly Uuid[],
): Promise<readonly ChapterState[]> {
  if (familyIds.length === 0) return []
  const { rows } = await sql<Row>`
    with chapter as (
      select strand.family_id, strand.discipline, strand.works_with, min(strand.offered_on) as since, bool_or(strand.ended_on is null) as is_open,
        coalesce(array_agg(distinct worker.display_name) filter (where strand.ended_on is null), '{}') as worker_names,
        array_agg(distinct strand.worker_id) filter (where strand.ended_on is null) as worker_ids,
        array_agg(distinct strand.person_id) as person_ids
      from strand join worker on worker.id = strand.worker_id
      where strand.family_id = any (${familyIds}::uuid[]) group by 1, 2, 3
      union all
      select workbook.family_id, 'social_work', null, workbook.opened_on, true,
        coalesce((select array_agg(distinct lead.display_name) from family_member member
          join allocation on allocation.person_id = member.person_id and allocation.ended_on is null and allocation.role = 'lead_social_worker'
          join worker lead on lead.id = allocation.worker_id where member.family_id = workbook.family_id and member.ended_on is null), '{}'), '{}', '{}'
      from workbook where workbook.family_id = any (${familyIds}::uuid[]) and workbook.closed_on is null
    )
    select chapter.family_id, chapter.discipline, chapter.works_with, chapter.since, chapter.is_open, chapter.worker_names,
      coalesce(chapter.worker_ids, '{}') as worker_ids, chapter.person_ids,
      greatest((select (max(session.happened_at) at time zone 'Europe/London')::date from practice_session session
          where session.family_id = chapter.family_id and session.discipline = chapter.discipline
            and session.works_with is not distinct from chapter.works_with),
        case when chapter.discipline = 'social_work' then (select (max(noted.last_at) at time zone 'Europe/London')::date
          from family_member member cross join lateral (select about.happened_at as last_at from note_person about
            where about.person_id = member.person_id order by about.happened_at desc limit 1) noted
          where member.family_id = chapter.family_id) end) as last_entry_on,
      chapter.discipline <> 'social_work' or exists (select from family_member member join access.entry sight on sight.subject_id = member.person_id
        where member.family_id = chapter.family_id and sight.actor_id = ${work.actor.id}::uuid and sight.data_class = 'B2'
          and now() >= sight.starts_at and now() < sight.ends_at) as is_whole,
      (select max(summary.shared_on) from chapter_summary summary where summary.family_id = chapter.family_id
        and summary.discipline = chapter.discipline and summary.works_with is not distinct from chapter.works_with) as last_summary_on
    from chapter order by chapter.family_id, chapter.since, chapter.discipline, chapter.works_with`.execute(
    work.db(),
  )
  return joined(rows.map(asState))
}

const asState = (row: Row): ChapterState => ({
  familyId: row.family_id,
  discipline: row.discipline,
  worksWith: row.works_with,
  since: row.since,
  isOpen: row.is_open,
  workerNames: row.worker_names,
  workerIds: row.worker_ids,
  personIds: row.person_ids,
  lastEntryOn: row.last_entry_on,
  isWhole: row.is_whole,
  lastSummaryOn: row.last_summary_on,
})

/** Social work has one chapter, whether or not it has strands of its own. */
function joined(states: readonly ChapterState[]): readonly ChapterState[] {
  const found: ChapterState[] = []
  for (const state of states) {
    const place = found.findIndex(one => one.familyId === state.familyId && isSameChapter(one, state))
    const other = found[place]
    if (other === undefined) found.push(state)
    else
      found[place] = {
        ...other,
        isOpen: other.isOpen || state.isOpen,
        workerNames: [...new Set([...other.workerNames, ...state.workerNames])],
        workerIds: [...new Set([...other.workerIds, ...state.workerIds])],
        personIds: [...new Set([...other.personIds, ...state.personIds])],
      }
  }
  return found
}
