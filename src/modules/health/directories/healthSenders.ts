import type { Work } from '#platform/db'
import type { HealthTables } from '../tables.ts'

type Tables = HealthTables & {
  organisation: { id: string; name: string }
  team: { id: string; name: string }
}

/** Every hospital that was ever set up to send, by organisation. */
export async function healthSenders(work: Work) {
  const rows = await work
    .db<Tables>()
    .selectFrom('health_sender as sender')
    .innerJoin('organisation', 'organisation.id', 'sender.organisation_id')
    .innerJoin('team', 'team.id', 'sender.liaison_team_id')
    .selectAll('sender')
    .select(['organisation.name as organisation_name', 'team.name as liaison_name'])
    .orderBy('organisation.name')
    .orderBy('sender.facility')
    .orderBy('sender.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    facility: row.facility,
    application: row.application,
    /** What of the usual profile is written otherwise. */
    profile: row.profile as Readonly<Record<string, unknown>>, // an object, by the form that keeps it
    fingerprints: row.fingerprints,
    siteCodes: row.site_codes,
    usualGapMinutes: row.usual_gap_minutes,
    liaisonTeamId: row.liaison_team_id,
    liaisonName: row.liaison_name,
    startedOn: row.started_on,
    endedOn: row.ended_on,
  }))
}
