import { type Outcome, outcomes } from './contactWords.ts'

const toProfessional: Readonly<Record<Outcome, string>> = {
  strategy_discussion:
    'Children’s social care is holding a strategy discussion. You may be asked to take part. Tell us at once if anything changes.',
  assessment:
    'Children’s social care will assess what the children need. The social worker will contact you.',
  passed_to_open_work:
    'Children’s social care works with the family already. What you told us has been passed to their worker.',
  early_help: 'The family will be offered early help. You may be asked to take part in it.',
  advice: 'Information or advice was given. Children’s social care takes no further part.',
  no_further_action:
    'Children’s social care takes no further action now. If you disagree, ring us and ask for the manager; if worries grow, tell us again.',
}

/** Whoever is no professional is thanked and told nothing of the family (Working Together 2023, chapter 3). */
const toPublic =
  'Thank you for telling us. We have looked at what you said and decided what to do. To protect the privacy of children and families we cannot say what that is. If you are worried again, tell us again; if somebody is in danger, call 999.'

/**
 * What a referrer is told by one click, and may be changed before it is sent: the furthest of the outcomes for a professional,
 * never a detail for a member of the public.
 */
export function feedbackWords(decided: readonly Outcome[], isPublic: boolean): string {
  if (isPublic) return toPublic
  const told = outcomes.filter(outcome => decided.includes(outcome)).map(outcome => toProfessional[outcome])
  return [...told, 'To hear more, or if you have heard nothing in three working days, ring us.'].join(' ')
}
