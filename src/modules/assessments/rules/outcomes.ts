/** What an assessment may lead to, in the order in which a form offers it. */
export const outcomes = [
  'child_in_need',
  'strategy_discussion',
  'continue_existing_plan',
  'child_in_care',
  'early_help',
  'no_further_action',
] as const
export type Outcome = (typeof outcomes)[number]

/** An outcome in words. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  child_in_need: 'Child in need: help by a plan (section 17)',
  strategy_discussion: 'Strategy discussion: reasonable cause to suspect significant harm (section 47)',
  continue_existing_plan: 'Continue the plan that there is',
  child_in_care: 'Child comes into care',
  early_help: 'Early help',
  no_further_action: 'No further action by children’s social care',
}

/** What the service does by itself when a manager authorises, said before anybody hands in. */
export const nextStepWords: Readonly<Record<Outcome, string>> = {
  child_in_need: 'a child in need plan starts that day',
  strategy_discussion: 'the managers of the team are told at once, with a task',
  continue_existing_plan: 'the plan goes on; nothing new is opened',
  child_in_care: 'the managers of the team are told, with a task',
  early_help: 'a task to hand on to early help, and then to close the case',
  no_further_action: 'a task to tell the family, and then to close the case',
}

/** Words for an outcome as it is stored. */
export const outcomeText = (outcome: string | null): string | null =>
  outcome === null ? null : (Object.entries(outcomeWords).find(([code]) => code === outcome)?.[1] ?? outcome)
