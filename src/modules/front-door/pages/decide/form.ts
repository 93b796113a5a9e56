import { Fields } from '#modules/casework'
import { parseUuid, type Uuid } from '#platform/ids'
import { codesOf, londonDate } from '#reference'
import type { FormIssue } from '#ui'
import type { DecisionWanted } from '../../commands/decisionWanted.ts'
import type { ContactRow, NamedRow } from '../../queries/readContact.ts'
import type { ChildDecision, ChildFacts } from '../../rules/checkDecision.ts'
import { outcomes } from '../../rules/contactWords.ts'
import { APART } from '../../rules/familyChoice.ts'
import { needKinds } from '../../rules/needWords.ts'
import { disciplineOf } from '../../rules/sources.ts'
import { namesSomebody } from '../../rules/thresholdWords.ts'

type Sent = Readonly<Record<string, unknown>>
export type ParsedDecision =
  | { readonly ok: true; readonly wanted: DecisionWanted }
  | { readonly ok: false; readonly issues: readonly FormIssue[] }

/** Fields of one child; the whole contact's when it names none. */
export const childFields = (namedId: Uuid | null) => ({
  outcome: `outcome-${namedId ?? 'whole'}`,
  reasons: `reasons-${namedId ?? 'whole'}`,
})
/** One outcome for every child, which each child's own overrides. */
export const FOR_ALL = 'outcome-all'

const LONG = 20_000

/** Reads the decision. @param version that the form was shown with @param people whom words for the referrer may not name */
export function parseDecision(
  sent: Sent,
  contact: ContactRow,
  children: readonly ChildFacts[],
  version: number,
  people: readonly NamedRow[],
): ParsedDecision {
  const fields = new Fields(sent)
  const decided =
    children.length === 0
      ? [childDecision(fields, sent, null)]
      : children.map(child => childDecision(fields, sent, child.namedId))
  const reasons = fields.text('reasons', LONG, 'Enter the reasons')
  const signpostedTo = fields.text('signposted_to', 500)
  const isNoFurther = decided.some(one => one?.outcome === 'no_further_action')
  if (isNoFurther && signpostedTo === null)
    fields.problem('signposted_to', 'Enter where the family was signposted, or that nowhere was needed')
  const thresholdReason = thresholdOf(fields, people)
  const notedOn = fields.date('noted', 'Date first noted') ?? londonDate(contact.received_at)
  if (Temporal.PlainDate.compare(notedOn, londonDate(contact.received_at)) > 0)
    fields.problem('noted', 'Date first noted must be on or before the day of the contact')
  const source = codesOf('referralSource').find(code => code === sent['source']) ?? null
  if (fields.issues.length > 0 || reasons === null) return { ok: false, issues: fields.issues }
  return {
    ok: true,
    wanted: {
      contactId: contact.id,
      version,
      children: decided.filter(one => one !== null),
      reasons,
      source,
      primaryNeed: codesOf('primaryNeed').find(code => code === sent['primary_need']) ?? null,
      signpostedTo,
      needs: {
        kinds: needKinds.filter(kind => fields.isTicked('needs', kind)),
        notedOn,
        discipline: disciplineOf(source),
      },
      families: sent['families'] === APART ? APART : parseUuid(fields.typed('families')),
      answers: fields.isTicked('answer', 'yes'),
      thresholdReason,
    },
  }
}

/** Words for the referrer: they name nobody of the contact. */
export function thresholdOf(fields: Fields, people: readonly NamedRow[]): string | null {
  const words = fields.text('threshold', 1_000)
  if (words !== null && namesSomebody(words, people))
    fields.problem('threshold', 'Write it without a name: the referrer reads it, and may print it')
  return words
}

function childDecision(fields: Fields, sent: Sent, namedId: Uuid | null): ChildDecision | null {
  const names = childFields(namedId)
  const own = outcomes.find(one => one === sent[names.outcome])
  const outcome = own ?? outcomes.find(one => one === sent[FOR_ALL])
  if (outcome === undefined) return fields.problem(names.outcome, 'Select a decision')
  return { namedId, outcome, reasons: fields.text(names.reasons, LONG) }
}
