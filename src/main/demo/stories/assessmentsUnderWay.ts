import { at } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { County } from '../county/county.ts'
import type { Child, Family } from '../families/family.ts'
import type { Teller } from '../teller.ts'
import { bryonysHome } from './bryonysHome.ts'
import { tellJoint } from './jointAssessment.ts'
import type { KnownPerson } from './opened.ts'
import { ago } from './stage.ts'
import { personaOf, type Story } from './story.ts'

/**
 * Three assessments: five siblings near the last day, one that waits for the manager, and one that was returned and handed in
 * again, with versions to compare.
 */
export const assessmentsUnderWay: Story = (teller, county) => {
  const five = tellJoint(teller, county, {
    ...bryonysHome('Ravensgill', ['Orla', 'Fergus', 'Niamh', 'Tad', 'Bea'], teller, 56),
    received: 55,
    texts: { purpose: 'What do five children need while their mother recovers?' },
    of: child => ({
      child_view:
        child.given === 'Orla' ? 'I make the breakfasts. I would like to sleep in on Sundays.' : null,
    }),
    handedIn: [],
  })
  const waiting = tellJoint(teller, county, {
    ...bryonysHome('Fenhollow', ['Martha', 'Silas'], teller, 40),
    received: 38,
    texts: whole,
    of: done,
    handedIn: [{ on: ago(teller, 2), returned: null }],
  })
  const again = tellJoint(teller, county, {
    ...bryonysHome('Quernmoor', ['Hattie', 'Rufus', 'Edie'], teller, 48),
    received: 46,
    texts: whole,
    of: done,
    handedIn: [
      {
        on: ago(teller, 9),
        returned: {
          on: ago(teller, 8),
          reason: 'Say what the school sees, and what happens if nothing changes.',
        },
      },
      { on: ago(teller, 3), returned: null },
    ],
    rewritten: {
      on: ago(teller, 5),
      analysis:
        'Bryony’s low mood explains the missed mornings. The school sees the children hungry on three mornings of five. With help in the mornings they are safe at home; without it they will miss more school.',
    },
  })
  const children = [five, waiting, again].flatMap(family => family.children)
  return {
    open: children.length,
    people: children.length + 3,
    conflicts: knownToWorkers(teller, county, waiting),
  }
}

/** Meera knows the Fenhollows; Tomasz did, and no longer. */
function knownToWorkers(
  teller: Teller,
  county: County,
  { children, adults }: Family,
): readonly KnownPerson[] {
  const dice = teller.dice.fork('people whom workers know') // nobody else’s chances change
  const meera = personaOf(county, 'newlyQualified').id
  const manager = personaOf(county, 'teamManager').id
  const own = [...children, ...adults].map(({ id: personId }) => ({
    id: dice.id(),
    workerId: meera,
    personId,
    kind: 'own_child_at_school' as const,
    remark: 'Our daughters are in one class, and Martha comes to tea.',
    declaredBy: meera,
    at: at(ago(teller, 36), '09:10'),
  }))
  const past = children.map(({ id: personId }) => ({
    id: dice.id(),
    workerId: personaOf(county, 'familyHelp').id,
    personId,
    kind: 'friend_or_neighbour' as const,
    remark: 'Said in supervision: they lived next door until they moved.',
    declaredBy: manager,
    at: at(ago(teller, 35), '11:30'),
    ended: { at: at(ago(teller, 12), '10:00'), by: manager },
  }))
  return [...own, ...past]
}

const whole = {
  purpose: 'Why do the children miss school, and what would help?',
  history: 'A referral three years ago about the same worry, closed with early help.',
  family_and_environment: 'A rented house in good order. Grandmother lives near and helps at weekends.',
  parenting: 'Warm and patient; mornings are hard when Bryony has not slept.',
  strengths: 'The children are loved and say so.',
  worries: 'Missed mornings, missed breakfasts.',
  what_needs_to_happen: 'Someone in the house on school mornings\nA doctor’s appointment for Bryony',
  analysis:
    'Bryony’s low mood explains the missed mornings. With help in the mornings the children are safe at home.',
  safety_now: 6,
}

const done = ({ given }: Child): Partial<Fact<'assessment'>> => ({
  health_and_development: `${given} is well and grows as expected.`,
  strengths: `${given} likes school.`,
  worries: 'Tired and hungry on some mornings.',
  what_needs_to_happen: 'Breakfast every day.',
  child_view: 'I want mum to feel better.',
  outcome: 'child_in_need',
  outcome_reason: 'Mornings will not mend without help; the family wants it.',
})
