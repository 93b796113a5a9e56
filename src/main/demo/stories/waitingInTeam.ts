import { at } from '../chronicle/moments.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import { tellHolding } from '../practice/tellHolders.ts'
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
  tellEpisode(teller, county, family, course, {
    busyness: 0,
    team,
    lead: personaOf(county, 'newlyQualified'), // whoever gets it: nobody holds it yet
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
