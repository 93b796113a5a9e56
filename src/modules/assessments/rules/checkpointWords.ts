/** What a manager may decide at a checkpoint. */
export const checkpointDecisions = ['continue', 'finish', 'extend'] as const
export type CheckpointDecision = (typeof checkpointDecisions)[number]

export const checkpointWords: Readonly<Record<CheckpointDecision, string>> = {
  continue: 'Continue as planned',
  finish: 'Finish now: there is enough to decide',
  extend: 'Extend: more has to be found out',
}
