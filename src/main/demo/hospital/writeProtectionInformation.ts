import { sql } from 'kysely'
import { accessText, acknowledgementText, keepUp, replayNhs, sendAgain } from '#modules/health'
import { type Database, serviceActor, type Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import type { Uuid } from '#platform/ids'
import { asLateStoryteller } from '../chronicle/asStoryteller.ts'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import { personaOf } from '../stories/story.ts'
import type { Teller } from '../teller.ts'

type Telling = { readonly teller: Teller; readonly county: County }
type Line = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly isRowans: boolean
  readonly isCurrent: boolean
}

/** What the NHS refused of the first file; the first of these stays refused. */
const REFUSED = [
  { code: 'CPR03' },
  { code: 'CPR01' },
  { code: 'CPR07', detail: 'Day of birth differs' },
] as const
const MENDED = 'Compared with the GP practice and mended at the NHS'

/**
 * Two files of the last days: of the first the NHS refused three lines, of which two were mended and went with the second; and a notice that a child's
 * record was opened on the evening when the child was at hospital.
 */
export async function writeProtectionInformation(
  database: Database,
  sealer: Sealer,
  { teller: { today, authority }, county }: Telling,
): Promise<void> {
  const rowan = personaOf(county, 'socialWorker').id
  const listen = <R>(fn: (work: Work) => Promise<R>) =>
    database.as(serviceActor('listener'), 'protection', fn, { statementSeconds: 600 })
  const teamId = await listen(async work => (await keepUp(work, sealer, authority)).teamId)
  if (teamId === null) return
  const lines = await listen(work => waitingLines(work, rowan))
  if (lines.length === 0) return
  const current = lines.filter(({ isCurrent }) => isCurrent)
  const rowans = current.filter(({ isRowans }) => isRowans)
  const refused = [...rowans.slice(1), ...current.filter(({ isRowans }) => !isRowans)]
  const answers = lines.map(({ id }) => ({ id, code: 'CPR06' as string }))
  for (const [index, answer] of REFUSED.entries()) {
    const line = refused[index]
    if (line !== undefined) Object.assign(answers.find(({ id }) => id === line.id) ?? {}, answer)
  }
  await listen(work =>
    replayNhs(work, sealer, { bytes: acknowledgementText(1, 'CPF03', answers), teamId, takenBy: null }),
  )
  const mended = await asLateStoryteller(database, closeTwo)
  await listen(async work => {
    for (const id of mended) await sendAgain(work, id)
    await keepUp(work, sealer, authority)
  })
  await listen(work =>
    replayNhs(work, sealer, { bytes: acknowledgementText(2, 'CPF02'), teamId, takenBy: null }),
  )
  await listen(work => tellOpening(work, sealer, teamId, rowan))
  await asLateStoryteller(database, work => setBack(work, today))
}

/** Lines of the file that waits, and whose they are. */
async function waitingLines(work: Work, rowan: Uuid): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    select r.id, r.person_id as "personId", coalesce(bool_or(t.worker_id = ${rowan}), false) as "isRowans", bool_and(s.ended_on is null) as "isCurrent"
    from protection_file_record r join protection_status s on s.id = r.status_id left join lateral access.protection_told(r.person_id) t on true group by r.id, r.person_id, r.number order by r.number`.execute(
    work.db(),
  )
  return rows
}

/** Business support has mended what could be; whose NHS number could not be verified waits. */
async function closeTwo(work: Work): Promise<readonly Uuid[]> {
  const { rows } = await sql<{ id: Uuid }>`
    update protection_work w set closed_at = now(), closed_how = 'person', note = ${MENDED}, closed_by = (select p.worker_id from post p
      where p.team_id = w.team_id and p.role in ('business_support', 'team_manager') and p.ended_on is null order by p.role, p.started_on, p.id limit 1)
    where w.code in ('CPR01', 'CPR07') and w.closed_at is null returning id`.execute(work.db())
  return rows.map(({ id }) => id)
}

/** Of a child of Rowan's, on the evening of the newest visit that a hospital told of. */
async function tellOpening(work: Work, sealer: Sealer, teamId: Uuid, rowan: Uuid): Promise<void> {
  const { rows } = await sql<{ nhsNumber: string; arrivedAt: Temporal.Instant }>`
    select s.nhs_number as "nhsNumber", a.arrived_at as "arrivedAt" from protection_status s
    join attendance_match m on m.person_id = s.person_id join attendance a on a.id = m.attendance_id
    where s.nhs_number is not null and s.kind = 'child_protection_plan' and a.status <> 'cancelled'
    order by exists (select from access.protection_told(s.person_id) t where t.worker_id = ${rowan}) desc, a.arrived_at desc limit 1`.execute(
    work.db(),
  )
  const [visit] = rows
  if (visit === undefined) return
  const opening = { nhsNumber: visit.nhsNumber, at: visit.arrivedAt.add({ minutes: 25 }) }
  const bytes = accessText('00000000-0000-4000-8000-000000000001', [opening])
  await replayNhs(work, sealer, { bytes, teamId, takenBy: null })
}

/** All of it happened before the midnight to which the county has lived. */
async function setBack(work: Work, today: Temporal.PlainDate): Promise<void> {
  const first = at(today.subtract({ days: 3 }), '09:00')
  const second = at(today.subtract({ days: 1 }), '10:00')
  await sql`update protection_change set made_at = case when what = 'again' then ${second.subtract({ minutes: 30 })}::timestamptz else ${first}::timestamptz end`.execute(
    work.db(),
  )
  await sql`
    update protection_file f set made_at = m.made, sent_at = m.made + interval '90 minutes', answered_at = m.made + interval '5 hours', sent_how = 'hand',
      sent_by = (select p.worker_id from post p where p.team_id = f.team_id and p.role in ('business_support', 'team_manager') and p.ended_on is null
        order by p.role, p.started_on, p.id limit 1)
    from (values (1, ${first}::timestamptz), (2, ${second}::timestamptz)) m (sequence, made) where m.sequence = f.sequence`.execute(
    work.db(),
  )
  await sql`
    update protection_work set opened_at = ${first.add({ hours: 5 })}::timestamptz,
      closed_at = case when closed_at is null then null else ${second.subtract({ minutes: 30 })}::timestamptz end`.execute(
    work.db(),
  )
  await sql`
    update protection_message m set taken_at = t.taken, read_at = t.taken + interval '1 minute' from (
      select id, case when kind = '05' then ${second.add({ hours: 12 })}::timestamptz when row_number() over (partition by kind order by taken_at, id) = 1
        then ${first.add({ hours: 5 })}::timestamptz else ${second.add({ hours: 5 })}::timestamptz end as taken from protection_message) t where t.id = m.id`.execute(
    work.db(),
  )
}
