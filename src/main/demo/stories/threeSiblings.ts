import type { Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Teller } from '../teller.ts'
import { tellAroundMaisie } from './aroundMaisie.ts'
import type { OpenedRecord } from './opened.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story, tellEvent, tellWritten } from './story.ts'
import { tellReviewAhead } from './tellReviewAhead.ts'
import { thorncastlePapers } from './thorncastlePapers.ts'

/** Three children on protection plans for neglect; every visit is written once, and each child's clock stops. */
export const threeSiblings: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Thorncastle',
    known: ago(teller, 205),
    troubles: ['neglect', 'substances'],
    home: { label: 'Mother’s home', lines: '14 Lapwing Close\nAldermere', postcode: 'ZZ99 1AL' },
    children: [
      { given: 'Maisie', sex: 'F', born: aged(teller, 9, 4), school: 'primary' },
      {
        given: 'Alfie',
        sex: 'M',
        born: aged(teller, 6, 1),
        school: 'primary',
        about: { otherNames: [{ kind: 'known_as', given: 'Alf' }] },
      },
      { given: 'Ivy', sex: 'F', born: aged(teller, 2, 8) },
    ],
    adults: [
      { given: 'Donna', sex: 'F', born: aged(teller, 31), part: 'mother', atHome: true },
      { given: 'Wayne', family: 'Larkenby', sex: 'M', born: aged(teller, 34), part: 'father', atHome: false },
    ],
  })
  const [maisie, alfie, ivy] = family.children
  if (!maisie || !alfie || !ivy) throw new Error('Three children were cast')
  const course = outlined(teller, family, {
    kind: 'protected',
    received: 204,
    source: '2A',
    need: 'N1',
    authorised: 146,
    enquiry: { started: 190, outcome: 176, conference: 171 },
    protection: { ended: -40, category: 'NEG' },
    plan: { started: -40, ended: -200 },
    closed: -205,
  })
  const telling = tellEpisode(teller, county, family, course, {
    busyness: 1,
    team: firstTeam(county),
    lead: personaOf(county, 'socialWorker'),
    chair: personaOf(county, 'conferenceChair'),
  })
  tellWritten(telling, {
    on: addWorkingDays(teller.today, -5),
    time: '15:50',
    purpose: 'cp_visit',
    body: 'I visited Donna and the three children after school. There was bread, milk and a pan of soup on the stove; the back bedroom now has bedding on both beds. Donna showed me two clear tests and said that the third had been missed because of the bus. We looked at the morning chart together: four of five days went well. Wayne had been round on Sunday and stayed calm. Next: I bring the dentist’s letter and we fill in the form.',
    children: [
      {
        id: maisie.id,
        wasSeen: true,
        wasSeenAlone: true,
        bedroomSeen: true,
        ownWords: 'I got up by myself and made toast for Alf. I like it when mum walks with us.',
        observations: 'Maisie drew the house with four people and put a smile on each.',
      },
      {
        id: alfie.id,
        wasSeen: true,
        wasSeenAlone: true,
        bedroomSeen: true,
        ownWords: 'My bed has dinosaurs now. I’m not cold.',
        observations: 'Alfie wore clean uniform; his cough has gone.',
      },
      {
        id: ivy.id,
        wasSeen: true,
        wasSeenAlone: false,
        whyNotAlone: 'Too young',
        bedroomSeen: true,
        observations: 'Ivy climbed on Donna’s lap with a book and stayed there. She said “more” and “moon”.',
      },
    ],
  })
  tellEvent(teller, family.children, {
    on: ago(teller, 206),
    description: 'School found the children hungry and in wet clothes three mornings running',
    source: 'Designated safeguarding lead',
    impact: 'Maisie had been looking after the others on her own before school.',
  })
  teller.chronicle.tell('task', at(ago(teller, 6), '17:05'), {
    id: teller.dice.id(),
    person_id: alfie.id,
    worker_id: telling.lead.id,
    title: 'Dentist: bring the letter and fill in the form with Donna',
    due_on: addWorkingDays(teller.today, 3),
  })
  tellAroundMaisie(teller, family, telling.lead.id)
  tellReviewAhead(teller, county, family, telling)
  return {
    open: 3,
    people: 5,
    papers: thorncastlePapers(teller, telling.lead.id, [maisie.id, alfie.id]),
    openings: [readToLearn(teller, county, maisie.id)],
  }
}

/** A record opened to learn from, which is no reason: the manager says so. */
function readToLearn(teller: Teller, county: County, personId: Uuid): OpenedRecord {
  const dice = teller.dice.fork('read to learn') // nobody else’s chances change
  const on = ago(teller, 9)
  const opened = at(on, '12:35')
  return {
    id: dice.id(),
    workerId: personaOf(county, 'newlyQualified').id,
    personId,
    kind: 'break_glass',
    code: 'other',
    reason: 'To see how a protection plan is written before I write my own',
    at: opened,
    endsAt: opened.add({ minutes: 60 }),
    review: {
      id: dice.id(),
      finding: 'not_justified',
      remark: 'A child’s record is not a textbook. We read a plan together on Thursday: ask me next time.',
      by: personaOf(county, 'teamManager').id,
      at: at(addWorkingDays(on, 1), '09:40'),
    },
  }
}
