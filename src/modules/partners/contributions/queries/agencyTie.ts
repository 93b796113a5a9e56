import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** For which agency and in which role the acting person works with a child today. */
export type AgencyTie = {
  readonly organisationId: Uuid
  readonly organisation: string
  readonly role: string
}

/** @returns null for whoever works with the child for the council, or not at all: they have the record, or nothing to tell */
export async function agencyTie(work: Work, personId: Uuid): Promise<AgencyTie | null> {
  if (work.actor.class !== 'practitioner' || work.knownAt !== null) return null
  const { rows } = await sql<AgencyTie>`
    select o.id as "organisationId", o.name as organisation, i.role
    from involvement i join worker w on w.id = i.worker_id join organisation o on o.id = w.organisation_id
    where i.person_id = ${personId} and i.worker_id = ${work.actor.id} and access.works_for_agency_with(${personId})
      and i.started_on <= ${work.today}::date and (i.ended_on is null or i.ended_on > ${work.today}::date)
    order by i.started_on desc, i.id limit 1`.execute(work.db())
  return rows[0] ?? null
}
