import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Teller } from '../teller.ts'
import { ago } from './stage.ts'

/** Pre-proceedings of one child. */
export type CaseOf = { readonly person_id: Uuid; readonly pre_proceedings_id: Uuid }

/** What the family planned by itself, and what the authority agreed to. */
export function tellFamilyMeeting(teller: Teller, of: CaseOf): void {
  const held = ago(teller, 48)
  teller.chronicle.tell('family_group_meeting', at(ago(teller, 47), '09:15'), {
    ...of,
    id: teller.dice.id(),
    held_on: held,
    coordinator: 'Coordinator of the family meetings service',
    came: 'Tamsin, her mother Rosalind, her brother Piers, Corin’s godmother',
    child_came: true,
    family_plan:
      'Rosalind has the boys from Friday after school till Sunday tea. Piers walks Corin to school on the days when Tamsin is at the clinic. If Tamsin drinks she rings Rosalind, not Dale, and Rosalind comes. We meet again at Rosalind’s on the first Sunday of the month.',
    authority_agrees:
      'We agree to the plan and pay the fares and a second bed. Rosalind’s home was seen before the first weekend.',
    version: 1,
  })
}

/** The first meeting with the parents, and the mid-way review. */
export function tellMeetings(teller: Teller, of: CaseOf): void {
  const { chronicle, dice } = teller
  const met = { ...of, represented: true, version: 1 }
  chronicle.tell('pre_proceedings_meeting', at(ago(teller, 44), '15:30'), {
    ...met,
    id: dice.id(),
    kind: 'initial',
    held_on: ago(teller, 44),
    came: 'Tamsin with her solicitor; Dale did not come; Rowan Ashbrigg, Gwen Hollinwood, the authority’s solicitor',
    agreed:
      'The clinic each Tuesday. The boys are never alone in the house. Rosalind is assessed as somebody who could care for them. Dale’s contact is at the centre.',
    next_on: ago(teller, 11),
  })
  chronicle.tell('pre_proceedings_meeting', at(ago(teller, 10), '12:10'), {
    ...met,
    id: dice.id(),
    kind: 'midway',
    held_on: ago(teller, 11),
    came: 'Tamsin with her solicitor, Rosalind, Rowan Ashbrigg, Gwen Hollinwood',
    agreed:
      'Five of six Tuesdays kept. The boys are calmer after the weekends. The assessment of Rosalind is to be ready in three weeks; then it is decided.',
    next_on: ago(teller, -24),
  })
}
