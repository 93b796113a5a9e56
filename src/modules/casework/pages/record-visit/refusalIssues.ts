import type { Uuid } from '#platform/ids'
import type { FormIssue } from '#ui'
import type { VisitRefusal } from '../../rules/checkVisit.ts'
import { longestNarrative } from '../../rules/visit.ts'
import { childFields } from './visitValues.ts'

/** What the command refused, said at the fields where it can be mended. */
export function refusalIssues(refusals: readonly VisitRefusal[], firstChild: Uuid): readonly FormIssue[] {
  return refusals.map(refusal => issueOf(refusal, firstChild))
}

function issueOf(refused: VisitRefusal, firstChild: Uuid): FormIssue {
  const at = (field: string, message: string): FormIssue => ({ path: [field], message })
  switch (refused.refusal) {
    case 'no_child':
      return at(childFields(firstChild).ticks, 'Select at least one child that this is about')
    case 'may_not_write':
      return at(
        childFields(refused.personId).ticks,
        'You may not write in this child’s record. Remove the child, or ask the child’s team to record it',
      )
    case 'in_future':
      return at('on', 'Date and time must be in the past')
    case 'before_birth':
      return at('on', 'Date must be on or after the child’s date of birth')
    case 'seen_unborn':
      return at(childFields(refused.personId).ticks, 'An unborn child cannot be recorded as seen')
    case 'seen_without_access':
      return at(
        childFields(refused.personId).ticks,
        'Remove the ticks for seen, or select that the visit took place',
      )
    case 'alone_and_not':
      return at(childFields(refused.personId).why, 'Remove this reason, or the tick for seen alone')
    case 'empty':
      return at('body', 'Enter what happened')
    case 'too_long':
      return at(
        'body',
        `What happened must be ${number(longestNarrative)} characters or fewer. It is ${number(refused.characters)} now: move part of it to a second note. Nothing is lost`,
      )
    case 'next_visit_past':
      return at('next', 'Date of the next visit must be today or in the future')
    case 'no_reason':
      return at('reason', 'Enter why the earlier note is corrected')
    case 'already_corrected':
      return at('reason', 'This note has been corrected already. Correct the later note instead')
    case 'not_for_chronology':
      return at(
        'impact',
        'Remove the tick: the chronology is kept by the team. Ask them to add this visit to it',
      )
    case 'corrects_nothing':
      return at('reason', 'The note to correct was not found')
  }
}

const number = (value: number): string => value.toLocaleString('en-GB')
