import { bryonysHome } from './bryonysHome.ts'
import { tellJoint } from './jointAssessment.ts'
import type { Story } from './story.ts'

/** An assessment past its 45th working day of which nobody has said why, so that no manager may authorise it yet. */
export const pastItsLastDay: Story = (teller, county) => {
  const { children } = tellJoint(teller, county, {
    ...bryonysHome('Coltsfoot', ['Linnet', 'Piers'], teller, 76),
    received: 75,
    texts: {
      purpose: 'Is it safe for the children to stay with their uncle at weekends?',
      analysis: 'Their uncle keeps his promises. What he did before is long ago, and the police agree.',
    },
    of: ({ given }) => ({
      child_view: given === 'Linnet' ? 'Uncle lets me bake. I sleep well there.' : null,
      outcome: 'child_in_need',
      outcome_reason: 'The weekends need somebody who looks in.',
    }),
    handedIn: [],
  })
  return { open: children.length, people: children.length + 1 }
}
