/** What somebody of another agency says of a child, besides when they last saw them. */
export const saidFields = ['goingWell', 'worries', 'childSays', 'nextStep'] as const
export type SaidField = (typeof saidFields)[number]

/** The words of a contribution: five fields, each optional, never all of the four texts empty. */
export type Told = Readonly<Record<SaidField, string | null>> & { readonly seenOn: Temporal.PlainDate | null }

/** As long as a text may be. */
export const LONGEST = 4_000

export const saidWords: Readonly<Record<SaidField, string>> = {
  goingWell: 'What is going well',
  worries: 'What worries me',
  childSays: 'What the child says, or shows',
  nextStep: 'What I will do, or ask others to do',
}
