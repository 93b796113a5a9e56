import { makeUuid, type Uuid } from '#platform/ids'
import type { Agency, Standing } from '../rules/invitee.ts'

/** Somebody to be asked: a professional who signs in, one known from an involvement, an organisation, or somebody of the family. */
export type InviteeWanted =
  | {
      readonly side: 'professional'
      readonly agency: Agency
      readonly workerId?: Uuid | null
      readonly involvementId?: Uuid | null
      readonly organisationId?: Uuid | null
      readonly reportExpected?: boolean
      /** Who calls it comes. */
      readonly isComing?: true
    }
  | {
      readonly side: 'family'
      readonly personId: Uuid
      readonly standing: Standing
      readonly needs?: string | null
      readonly language?: string | null
      /** A chair kept them out of the meeting that this one continues: they stay out until a chair says otherwise. */
      readonly excluded?: { readonly because: string; readonly by: Uuid } | null
    }

/** An invitation as its row. */
export function inviteeRow(meetingId: Uuid, wanted: InviteeWanted, now: Temporal.Instant) {
  const row = { id: makeUuid(), meeting_id: meetingId, side: wanted.side }
  if (wanted.side === 'family') {
    const { personId, standing, needs = null, language = null, excluded = null } = wanted
    const kept = { excluded_because: excluded?.because ?? null, excluded_by: excluded?.by ?? null }
    return { ...row, ...nobody, ...kept, person_id: personId, standing, needs, language }
  }
  return {
    ...row,
    ...nobody,
    agency: wanted.agency,
    worker_id: wanted.workerId ?? null,
    involvement_id: wanted.involvementId ?? null,
    organisation_id: wanted.organisationId ?? null,
    report_expected: wanted.reportExpected ?? false,
    ...(wanted.isComing ? { response: 'coming' as const, responded_at: now } : {}),
  }
}

const nobody = {
  agency: null,
  worker_id: null,
  involvement_id: null,
  organisation_id: null,
  report_expected: false,
  person_id: null,
  standing: null,
  needs: null,
  language: null,
  excluded_because: null,
  excluded_by: null,
  response: 'none' as const,
  responded_at: null,
}

/** Who is asked, as the list of a meeting names somebody once. */
export const keyOf = (wanted: InviteeWanted): Uuid | null =>
  wanted.side === 'family'
    ? wanted.personId
    : (wanted.workerId ?? wanted.involvementId ?? wanted.organisationId ?? null)
