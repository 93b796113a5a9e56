import { sql } from 'kysely'
import { readClockSettings } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type ChapterState, dueAfter, isSilent } from '../chapters/chapter.ts'
import { chapterStates } from '../chapters/chapterStates.ts'
import { type Discipline, type Side, workWords } from '../rules/words.ts'

/** A family of the reader's, with what waits in its workbook. */
export type ListedWorkbook = {
  readonly familyId: Uuid
  readonly reference: string
  readonly teamName: string
  readonly openedOn: Temporal.PlainDate
  /** What the reader works on in it. */
  readonly ownWork: readonly string[]
  readonly unanswered: number
  readonly nobody: number
  readonly silent: readonly string[]
  readonly ownSilent: readonly string[]
  readonly tasks: number
  readonly supervisionDueOn: Temporal.PlainDate | null
  readonly memberIds: readonly Uuid[]
}

type Row = {
  family_id: Uuid
  reference: string
  team: string
  opened_on: Temporal.PlainDate
  own: { discipline: Discipline; works_with: Side | null }[]
  unanswered: number
  nobody: number
  tasks: number
  last_held: Temporal.PlainDate | null
  member_ids: Uuid[]
}

/** Open workbooks of every family whose team's work (class C1) the reader has, what waits first. */
export async function workbooks(work: Work): Promise<readonly ListedWorkbook[]> {
  const me = work.actor.id
  const { rows } = await sql<Row>`
    with mine as materialized (
      select distinct member.family_id from access.entry sight join family_member member on member.person_id = sight.subject_id
      where sight.actor_id = ${me}::uuid and sight.data_class = 'C1' and now() >= sight.starts_at and now() < sight.ends_at)
    select book.family_id, family.reference, team.name as team, book.opened_on,
      coalesce((select jsonb_agg(jsonb_build_object('discipline', s.discipline, 'works_with', s.works_with)) from strand s
        where s.family_id = book.family_id and s.ended_on is null and s.worker_id = ${me}::uuid), '[]') as own,
      (select count(*)::int from strand s where s.family_id = book.family_id and s.ended_on is null and s.answer is null) as unanswered,
      (select count(*)::int from strand s where s.family_id = book.family_id and s.ended_on is null and s.worker_id is null and s.why_nobody is null) as nobody,
      (select count(*)::int from supervision_part p where p.family_id = book.family_id and p.kind = 'decision' and p.task is not null
        and p.checked_as is null and p.owner_worker_id = ${me}::uuid) as tasks,
      (select max(g.held_on) from group_supervision g where g.family_id = book.family_id) as last_held,
      (select coalesce(array_agg(m.person_id), '{}') from family_member m where m.family_id = book.family_id and m.ended_on is null) as member_ids
    from mine join workbook book on book.family_id = mine.family_id and book.closed_on is null
      join family on family.id = book.family_id join team on team.id = book.team_id
    order by book.opened_on, book.id`.execute(work.db())
  const settings = await readClockSettings(work)
  const chapters = Map.groupBy(
    await chapterStates(
      work,
      rows.map(row => row.family_id),
    ),
    one => one.familyId,
  )
  const listed = rows.map((row): ListedWorkbook => {
    const silent = (chapters.get(row.family_id) ?? []).filter(chapter =>
      isSilent(chapter, settings, work.today),
    )
    const isOwn = ({ workerIds }: ChapterState) => workerIds.includes(me)
    return {
      familyId: row.family_id,
      reference: row.reference,
      teamName: row.team,
      openedOn: row.opened_on,
      ownWork: row.own.map(({ discipline, works_with: worksWith }) => workWords({ discipline, worksWith })),
      unanswered: row.unanswered,
      nobody: row.nobody,
      silent: silent.map(workWords),
      ownSilent: silent.filter(isOwn).map(workWords),
      tasks: row.tasks,
      supervisionDueOn: dueAfter('GROUP_SUPERVISION', row.last_held ?? row.opened_on, settings),
      memberIds: row.member_ids,
    }
  })
  return listed.toSorted((one, other) => waits(other, work.today) - waits(one, work.today))
}

export const isSupervisionLate = ({ supervisionDueOn }: ListedWorkbook, today: Temporal.PlainDate): boolean =>
  supervisionDueOn !== null && Temporal.PlainDate.compare(supervisionDueOn, today) < 0

/** How much waits in it. */
export const waits = (one: ListedWorkbook, today: Temporal.PlainDate): number =>
  one.nobody * 2 + one.unanswered + one.silent.length + one.tasks + Number(isSupervisionLate(one, today))
