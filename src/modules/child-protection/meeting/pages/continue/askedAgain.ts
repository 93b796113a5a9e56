import type { InviteeWanted } from '../../commands/inviteeRow.ts'
import type { Suggested } from '../../queries/suggestedInvitees.ts'
import { type Invitee, isAsked } from '../../rules/invitee.ts'
import { keyOfInvitee } from '../invitees/keyOfInvitee.ts'

/** Everybody whose invitation to an adjourned meeting stands, to be asked to the one that continues it: with what they need, and who is kept out. */
export const askedAgain = (invitees: readonly Invitee[]): readonly Suggested[] =>
  invitees.filter(isAsked).flatMap(one => {
    const wanted = again(one)
    return wanted === null
      ? []
      : [
          {
            key: keyOfInvitee(one),
            wanted,
            name: one.name,
            why:
              one.excludedBecause === null
                ? 'Asked to the meeting that this one continues'
                : `Kept out of it by the chair: ${one.excludedBecause}`,
            isUsual: true,
          },
        ]
  })

function again(one: Invitee): InviteeWanted | null {
  if (one.side === 'professional')
    return one.agency === null
      ? null
      : {
          side: 'professional',
          agency: one.agency,
          workerId: one.workerId,
          involvementId: one.involvementId,
          organisationId: one.organisationId,
          reportExpected: one.reportExpected,
        }
  if (one.personId === null || one.standing === null) return null
  return {
    side: 'family',
    personId: one.personId,
    standing: one.standing,
    needs: one.needs,
    language: one.language,
    excluded:
      one.excludedBecause === null || one.excludedBy === null
        ? null
        : { because: one.excludedBecause, by: one.excludedBy },
  }
}
