import { type FormValues, ticksOf } from '#modules/casework'
import { checkboxes, type FieldErrors, type Html, html, insetText, nothing } from '#ui'
import type { InviteeWanted } from '../../commands/inviteeRow.ts'
import type { Suggested } from '../../queries/suggestedInvitees.ts'
import type { Agency } from '../../rules/invitee.ts'
import type { MeetingKind } from '../../rules/meeting.ts'
import { quorumOf } from '../../rules/quorum.ts'
import { agencyList, agencyWords, standingWords } from '../words.ts'

/** The ticks of everybody who might be asked. */
export function suggestedFields(
  suggested: readonly Suggested[],
  values: FormValues,
  errors: FieldErrors,
): Html {
  return checkboxes({
    name: 'ask',
    idPrefix: 'ask',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Who is asked?', classes: 'govuk-fieldset__legend--s' } },
    hint: {
      text: 'Those who work with the children, and the agencies that are needed. More can be found by name afterwards',
    },
    items: suggested.map(({ key, name, why, wanted }) => ({
      value: key,
      text: `${sideWords(wanted)}: ${name}`,
      hint: { text: why },
    })),
    values: ticksOf(values, 'ask'),
    errorMessage: errors.of('ask'),
  })
}

const sideWords = (wanted: InviteeWanted): string =>
  wanted.side === 'family' ? standingWords[wanted.standing] : agencyWords[wanted.agency]

/** Those who are ticked; only what was offered can be. */
export const tickedOf = (suggested: readonly Suggested[], sent: FormValues): readonly InviteeWanted[] => {
  const ticked = new Set(ticksOf(sent, 'ask'))
  return suggested.filter(({ key }) => ticked.has(key)).map(({ wanted }) => wanted)
}

/** Ticked when the form begins. */
export const usualTicks = (suggested: readonly Suggested[]): readonly string[] =>
  suggested.filter(({ isUsual }) => isUsual).map(({ key }) => key)

/** Who of the quorum is not among those ticked. */
export function lackingHtml(kind: MeetingKind, suggested: readonly Suggested[], values: FormValues): Html {
  const asked = tickedOf(suggested, values).map(one => ({
    agency: one.side === 'professional' ? one.agency : null,
    attended: null,
    withdrawnAt: null,
  }))
  const lacks: readonly Agency[] = quorumOf(kind, asked).notAsked
  return lacks.length === 0
    ? nothing
    : insetText({
        html: html`<strong>Nobody from ${agencyList(lacks)} is ticked.</strong> Without social care, police and health it is not quorate.`,
      })
}
