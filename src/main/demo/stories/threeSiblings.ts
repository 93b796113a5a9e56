import type { Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import { at } from '../chronicle/moments.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Teller } from '../teller.ts'
import { plainPdf } from '../words/plainPdf.ts'
import { outlined } from './outline.ts'
import type { Paper } from './papers.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story, tellEvent, tellWritten } from './story.ts'

/** A letter from the school about two of them, and what their mother wrote about the dentist. */
function papersOf(teller: Teller, madeBy: Uuid, [maisie, alfie]: readonly [Uuid, Uuid]): readonly Paper[] {
  const { dice } = teller
  const about = (personId: Uuid) => ({ rowId: dice.id(), personId })
  return [
    {
      id: dice.id(),
      about: [about(maisie), about(alfie)],
      at: at(ago(teller, 12), '11:20'),
      madeBy,
      kind: 'school',
      title: 'Attendance and mornings',
      receivedFrom: 'School office',
      source: 'school',
      partId: dice.id(),
      fileName: 'attendance.pdf',
      mediaType: 'application/pdf',
      bytes: plainPdf([
        "To Northmarsh children's services",
        '',
        'Attendance and mornings, this half term',
        '',
        'Maisie: present on 27 of 30 days, late twice.',
        'Alfie: present on 26 of 30 days, late three times. His cough has gone.',
        'Both have breakfast with us on Mondays and Fridays.',
        '',
        'School office',
      ]),
    },
    {
      id: dice.id(),
      about: [about(alfie)],
      at: at(ago(teller, 6), '17:05'),
      madeBy,
      kind: 'other',
      title: 'Message about the dentist',
      receivedFrom: 'Mother',
      source: 'family',
      partId: dice.id(),
      fileName: 'message.txt',
      mediaType: 'text/plain',
      bytes: Buffer.from(
        'The dentist sent a form for Alfie and I do not know what to put.\nCan we do it when you come? Donna\n',
      ),
    },
  ]
}

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
  return { open: 3, people: 5, papers: papersOf(teller, telling.lead.id, [maisie.id, alfie.id]) }
}
