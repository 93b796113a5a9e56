import { parseUuid, type Uuid } from '#platform/ids'
import type { FormIssue } from '#ui'
import type { Comparison } from '../queries/comparison.ts'
import type { MergeChoices } from '../rules/mergeChoices.ts'
import { isConfirmed } from '../rules/mergeWarnings.ts'
import { mainNames } from './choiceFields.ts'

type Sent = Readonly<Record<string, unknown>>

/** @returns a field as text without spaces around; empty when it was not sent */
export const textOf = (sent: Sent, name: string): string => {
  const value = sent[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** @returns every value of a field that may be ticked several times */
export const ticked = (sent: Sent, name: string): readonly string[] => {
  const value = sent[name]
  return Array.isArray(value)
    ? value.filter(one => typeof one === 'string')
    : typeof value === 'string'
      ? [value]
      : []
}

/** Reads what was chosen between two records. Rows that are not of these two are left out, whatever was sent. */
export function readChoices(
  sent: Sent,
  view: Comparison,
): { readonly choices: MergeChoices; readonly issues: readonly FormIssue[] } {
  const issues: FormIssue[] = []
  const person: MergeChoices['person'] = {}
  for (const column of view.conflicts) {
    const side = sent[`person_${column}`]
    if (side === 'survivor' || side === 'merged') person[column] = side
    else issues.push({ path: [`person_${column}`], message: 'Select which is right' })
  }
  const oneOf = (name: string, rows: readonly { readonly id: Uuid }[]): Uuid | null =>
    rows.find(({ id }) => id === parseUuid(textOf(sent, name)))?.id ?? null
  const choices: MergeChoices = {
    person,
    main_name: oneOf('main_name', mainNames(view.survivor, view.merged)),
    right_number: oneOf('right_number', view.numbers),
    referral: oneOf('referral', view.referrals),
    holdings: view.ties.map(({ id }) => id).filter(id => ticked(sent, 'holdings').includes(id)),
  }
  if (view.numbers.length > 0 && choices.right_number === null)
    issues.push({ path: ['right_number'], message: 'Select which NHS number is right' })
  if (view.referrals.length > 0 && choices.referral === null)
    issues.push({ path: ['referral'], message: 'Select which referral goes on' })
  if (view.warnings.length > 0 && !isConfirmed(textOf(sent, 'one_person')))
    issues.push({
      path: ['one_person'],
      message: 'Type ONE PERSON if you are sure that these are not two people',
    })
  return { choices, issues }
}
