import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Patient } from './hl7Text.ts'

/** A child of the invented county, as its hospital would have them in its own books too. */
export type DemoChild = {
  readonly patient: Patient
  readonly born: Temporal.PlainDate
  readonly isOnPlan: boolean
  readonly leadId: Uuid | null
  readonly healthVisitorId: Uuid | null
}

type Row = Omit<DemoChild, 'patient'> & Omit<Patient, 'birth'>

const ENOUGH = 300

/** The first children of the county whose home no one has to keep secret, in the order of their numbers: those of the stories come first. */
export async function readChildren(work: Work): Promise<readonly DemoChild[]> {
  const { rows } = await sql<Row>`
    select n.given, n.family, p.date_of_birth as born, p.sex, h.value as "nhsNumber", a.lines, a.postcode,
      exists (select from cp_plan c where c.person_id = p.id and c.ended_on is null) as "isOnPlan",
      (select l.worker_id from allocation l where l.person_id = p.id and l.ended_on is null
        and l.role in ('lead_social_worker', 'lead_practitioner') limit 1) as "leadId",
      (select i.worker_id from involvement i where i.person_id = p.id and i.role = 'health_visitor' and i.ended_on is null
        and i.worker_id is not null limit 1) as "healthVisitorId"
    from person_identifier c
    join person p on p.id = c.person_id and not p.is_unborn and p.date_of_birth > ${work.today.subtract({ years: 17 }).toString()}::date and p.died_on is null
    join person_identifier h on h.person_id = p.id and h.kind = 'nhs_number'
    join person_name n on n.person_id = p.id and n.is_main
    join lateral (select a.lines, a.postcode from person_address a where a.person_id = p.id and a.ended_on is null and a.kind = 'home'
      and a.postcode is not null limit 1) a on true
    where c.kind = 'la_child_id' and not exists (select from person_address s where s.person_id = p.id and s.is_confidential)
      and not exists (select from merge m where m.merged_id = p.id or m.survivor_id = p.id)
    order by c.value limit ${ENOUGH}`.execute(work.db())
  return rows.map(({ born, isOnPlan, leadId, healthVisitorId, ...patient }) => ({
    ...{ born, isOnPlan, leadId, healthVisitorId },
    patient: { ...patient, birth: born.toString().replaceAll('-', '') },
  }))
}
