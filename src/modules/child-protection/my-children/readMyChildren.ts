import { sql } from 'kysely'
import { type CaseworkTables, type News, registries } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { meetingsOf, type OwnMeeting } from '../meeting/index.ts'
import type { ChildProtectionTables } from '../tables.ts'

/** The next meeting about a child to which the reader is asked. */
export type MyMeeting = Pick<OwnMeeting, 'id' | 'kind' | 'plannedAt'> & {
  readonly report: 'not_asked' | 'asked' | 'finished'
  /** Last day for reports to the chair; null where no clock runs. */
  readonly reportDueOn: Temporal.PlainDate | null
}

/** A child with whom the reader is named as working today. */
export type MyChild = {
  readonly personId: Uuid
  readonly roles: readonly string[]
  readonly since: Temporal.PlainDate
  /** The running plan, by its summary. */
  readonly plan: { readonly startedOn: Temporal.PlainDate; readonly category: string | null } | null
  readonly meeting: MyMeeting | null
  /** What other modules have for the reader about the child: visits to hospital not read, a correction asked for. */
  readonly news: readonly News[]
}

type Row = Omit<MyChild, 'plan' | 'meeting' | 'news'> & {
  readonly planStartedOn: Temporal.PlainDate | null
  readonly category: string | null
}

/** The reader's own children, by their involvements of today; each part as far as the reader may read it. */
export async function readMyChildren(work: Work): Promise<readonly MyChild[]> {
  const { rows } = await sql<Row>`
    select mine.person_id as "personId", array_agg(distinct mine.role) as roles, min(mine.started_on) as since,
      min(plan.started_on) as "planStartedOn", min(coalesce(plan.latest_category, plan.initial_category)) as category
    from involvement mine
    left join cp_plan plan on plan.person_id = mine.person_id and plan.ended_on is null and plan.started_on <= ${work.today}::date
    where mine.worker_id = ${work.actor.id}::uuid and mine.started_on <= ${work.today}::date
      and (mine.ended_on is null or mine.ended_on > ${work.today}::date)
    group by mine.person_id order by min(plan.started_on) nulls last, mine.person_id`.execute(
    work.db<CaseworkTables & ChildProtectionTables>(),
  )
  const invited = (await meetingsOf(work, work.actor.id, 'coming')).filter(({ as }) => as.includes('invited'))
  const ids = rows.map(({ personId }) => personId)
  const told = await Promise.all(registries.childNews.map(news => news(work, ids)))
  const children: MyChild[] = []
  for (const { planStartedOn, category, ...row } of rows) {
    const next = invited.find(({ personIds }) => personIds.includes(row.personId))
    children.push({
      ...row,
      plan: planStartedOn === null ? null : { startedOn: planStartedOn, category },
      meeting: next === undefined ? null : await withReport(work, row.personId, next),
      news: told.flatMap(of => of.get(row.personId) ?? []),
    })
  }
  return children
}

/** A meeting with what its reader is to bring; a clock of a later conference is not this one's. */
async function withReport(work: Work, personId: Uuid, meeting: OwnMeeting): Promise<MyMeeting> {
  const { rows } = await sql<{ isFinished: boolean; reportDueOn: Temporal.PlainDate | null }>`
    select exists (select from paper where paper.invitee_id = own.id and paper.made_by = ${work.actor.id}::uuid
        and paper.status = 'finished') as "isFinished",
      (select max(clock.due_on) from clock where clock.person_id = ${personId}::uuid and clock.outcome = 'open'
        and clock.definition_id = 'CONF_REPORT_CHAIR' and clock.due_on <= ${londonDate(meeting.plannedAt)}::date) as "reportDueOn"
    from meeting_invitee own where own.meeting_id = ${meeting.id}::uuid and own.worker_id = ${work.actor.id}::uuid
      and own.withdrawn_at is null and own.report_expected`.execute(
    work.db<CaseworkTables & ChildProtectionTables>(),
  )
  const [own] = rows
  const { id, kind, plannedAt } = meeting
  if (own === undefined) return { id, kind, plannedAt, report: 'not_asked', reportDueOn: null }
  return {
    id,
    kind,
    plannedAt,
    report: own.isFinished ? 'finished' : 'asked',
    reportDueOn: own.isFinished ? null : own.reportDueOn,
  }
}
