import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { Adult, Child } from '../families/family.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Teller } from '../teller.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story } from './story.ts'
import { type CaseOf, tellFamilyMeeting, tellMeetings } from './tellFamilyPlan.ts'
import { tellProtectionTeam } from './tellProtectionTeam.ts'

/**
 * Two brothers on protection plans whom the legal gateway brought into pre-proceedings nine weeks ago: the mother took the offer of a family
 * meeting, the father did not, the family made a plan of its own; and what the lawyer advised, which two people read.
 */
export const beforeProceedings: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Sorrelby',
    known: ago(teller, 221),
    troubles: ['neglect', 'substances'],
    home: { label: 'Family home', lines: '31 Sandpiper Walk\nAldermere', postcode: 'ZZ99 3SW' },
    children: [
      { given: 'Corin', sex: 'M', born: aged(teller, 7, 5), school: 'primary' },
      { given: 'Jem', sex: 'M', born: aged(teller, 3, 1) },
    ],
    adults: [
      { given: 'Tamsin', sex: 'F', born: aged(teller, 29), part: 'mother', atHome: true },
      { given: 'Dale', family: 'Wickerby', sex: 'M', born: aged(teller, 33), part: 'father', atHome: false },
    ],
  })
  const course = outlined(teller, family, {
    kind: 'protected',
    received: 220,
    source: '3A',
    need: 'N1',
    authorised: 162,
    enquiry: { started: 206, outcome: 192, conference: 187 },
    protection: { ended: -60, category: 'NEG' },
    closed: -190,
  })
  tellEpisode(teller, county, family, course, {
    busyness: 1,
    team: firstTeam(county),
    lead: personaOf(county, 'socialWorker'),
    chair: personaOf(county, 'conferenceChair'),
  })
  const together = teller.dice.id()
  const [mother, father] = family.adults
  if (!mother || !father) throw new Error('Two adults were cast')
  for (const child of family.children)
    tellCase(teller, county, { child, together, parents: [mother, father] })
  tellAdvice(teller, county, family.children)
  tellProtectionTeam(teller)
  return { open: 2, people: 4 }
}

type Gateway = { readonly child: Child; readonly together: Uuid; readonly parents: readonly [Adult, Adult] }

function tellCase(teller: Teller, county: County, { child, together, parents }: Gateway): void {
  const { chronicle, dice } = teller
  const id = dice.id()
  const started = ago(teller, 63)
  const letter = { letter_sent_on: ago(teller, 58), meeting_offered: false, version: 2 }
  const held = { meeting_held: true, version: 3 }
  const first = { initial_meeting_on: ago(teller, 44), review_meetings: 0, version: 4 }
  chronicle.tell(
    'pre_proceedings',
    at(started, '16:10'),
    {
      id,
      person_id: child.id,
      together_id: together,
      started_on: started,
      reasons:
        'Six months of the protection plan have not made the home safe. Both boys have again been found alone in the evening, and Tamsin has stopped going to the clinic.',
      decided_by: personaOf(county, 'teamManager').id,
      version: 1,
    },
    [at(ago(teller, 58), '11:30'), letter],
    [at(ago(teller, 47), '09:20'), held],
    [at(ago(teller, 44), '15:40'), first],
    [at(ago(teller, 10), '12:15'), { review_meetings: 1, version: 5 }],
  )
  const of = { person_id: child.id, pre_proceedings_id: id }
  tellOffers(teller, of, parents)
  tellFamilyMeeting(teller, of)
  tellMeetings(teller, of)
}

function tellOffers(teller: Teller, of: CaseOf, [mother, father]: Gateway['parents']): void {
  const { chronicle, dice } = teller
  const on = ago(teller, 58)
  const offered = { ...of, offered_on: on, how: 'letter_apart' as const, version: 1 }
  const yes = { answer: 'accepted' as const, words: 'I want my mum there and not the whole street.' }
  const no = { answer: 'refused' as const, words: 'I will say what I have to say to the judge.' }
  for (const [person, answer, days] of [
    [mother, yes, 54],
    [father, no, 52],
  ] as const) {
    const answered = ago(teller, days)
    chronicle.tell(
      'family_group_offer',
      at(on, '11:35'),
      { ...offered, id: dice.id(), recipient_id: person.id },
      [at(answered, '14:00'), { ...answer, answered_on: answered, version: 2 }],
    )
  }
}

/** For Rowan, who asked, and Gwen: nobody else of the county knows that it is there. */
function tellAdvice(teller: Teller, county: County, children: readonly Child[]): void {
  const [rowan, gwen] = [personaOf(county, 'socialWorker').id, personaOf(county, 'teamManager').id]
  const given = ago(teller, 64)
  teller.chronicle.tell(
    'legal_advice',
    at(given, '17:05'),
    {
      id: teller.dice.id(),
      person_ids: children.map(({ id }) => id),
      matter: 'Whether the threshold is met',
      advice:
        'On what we hold the threshold is likely to be met for both boys. The weak point is the gap of two months in the recorded visits. Offer the family a meeting in writing to each parent, and assess the grandmother before anything is issued.',
      given_by: 'A solicitor of the county’s legal service',
      given_on: given,
      author_id: rowan,
      reader_ids: [rowan],
      version: 1,
    },
    [at(given, '17:20'), { reader_ids: [rowan, gwen], version: 2 }],
  )
}
