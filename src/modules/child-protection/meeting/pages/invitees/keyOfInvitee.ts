import type { Invitee } from '../../rules/invitee.ts'

/** The key of somebody asked, as forms tick them: of a worker, an involvement, somebody of the family or an organisation. */
export const keyOfInvitee = ({ workerId, involvementId, personId, organisationId }: Invitee): string =>
  workerId !== null
    ? `w:${workerId}`
    : involvementId !== null
      ? `i:${involvementId}`
      : personId !== null
        ? `p:${personId}`
        : `o:${organisationId}`
