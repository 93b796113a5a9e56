import { at } from '../chronicle/moments.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import { tellHolding } from '../practice/tellHolders.ts'
import { tellReferredContact } from '../practice/tellReferredContact.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story } from './story.ts'

/** A sister and brother whose assessment was decided days ago: they wait in the team's queue for a worker. */
export const waitingInTeam: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Quillerby',
    known: ago(teller, 7),
    troubles: ['domestic_abuse'],
    home: { label: 'Father’s home', lines: '27 Heron Way\nAldermere', postcode: 'ZZ99 6HW' },
    children: [
      { given: 'Bella', sex: 'F', born: aged(teller, 8, 7), school: 'primary' },
      { given: 'Dylan', sex: 'M', born: aged(teller, 5, 3), school: 'primary' },
    ],
    adults: [{ given: 'Gareth', sex: 'M', born: aged(teller, 36), part: 'father', atHome: true }],
  })
  const course = outlined(teller, family, {
    kind: 'assessed',
    received: 6,
    source: '6',
    need: 'N1',
    closed: -60,
  })
  const team = firstTeam(county)
  const telling = tellEpisode(teller, county, family, course, {
    busyness: 0,
    team,
    lead: personaOf(county, 'newlyQualified'), // whoever gets it: nobody holds it yet
  })
  tellReferredContact(telling, telling.referred, {
    familyName: 'Quillerby',
    worries:
      'Called by a neighbour. The children’s mother had come to the door and broken the glass; both children were on the stairs.',
    ratedBecause: 'Both children saw it; she has gone to her sister’s',
    reasons:
      'Police were called three times this year and both children were there each time. Their father asks for help; nobody has asked the children.',
    answer:
      'Children’s social care will assess what the children need. The social worker will contact you. To hear more, or if you have heard nothing in three working days, ring us.',
  })
  for (const { id } of family.children)
    tellHolding(teller, at(course.decidedOn, '16:20'), {
      personId: id,
      teamId: team.id,
      worker: null,
      role: 'queue',
      startedOn: course.decidedOn,
      endedOn: null,
      reason: 'Assessment to begin',
    })
  return { open: 2, people: 3 }
}
