import { codesOf, type Fields, type FormValues, lineField, oneOfMany, severalOf } from '#modules/casework'
import { type FieldErrors, type Html, html } from '#ui'
import type { Invitee } from '../../rules/invitee.ts'

/** What is kept of an invitation beside its answer. */
export type NeedsKept = Pick<Invitee, 'language' | 'advocate' | 'reportExpected'>

const advocateWords = {
  asked_for: 'Asked for',
  found: 'Found',
  declined: 'Not wanted',
} as const

/** Of a professional whether a report is expected; of the family the language and the advocate. */
export function needsFields(one: Invitee, values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  return one.side === 'professional'
    ? severalOf(`report-${one.id}`, 'Report', { yes: 'A report is expected' }, of)
    : html`${lineField(`language-${one.id}`, 'Language, when an interpreter is needed', of)}
${oneOfMany(`advocate-${one.id}`, 'Advocate', advocateWords, of)}`
}

/** Reads it. */
export function needsTyped(fields: Fields, { id, side }: Invitee): NeedsKept {
  return side === 'professional'
    ? { reportExpected: fields.isTicked(`report-${id}`, 'yes'), language: null, advocate: null }
    : {
        reportExpected: false,
        language: fields.text(`language-${id}`, 60),
        advocate: codesOf(advocateWords).find(code => code === fields.typed(`advocate-${id}`)) ?? null,
      }
}

/** Whether the form leaves it as it is. */
export const isSameNeeds = (kept: NeedsKept, now: NeedsKept): boolean =>
  kept.reportExpected === now.reportExpected &&
  kept.language === now.language &&
  kept.advocate === now.advocate
