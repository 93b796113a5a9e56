import { tellEpisode } from '../practice/tellEpisode.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story, tellWritten } from './story.ts'

/** The initial conference came five weeks after the strategy discussion instead of three; the clock says so and why it counts. */
export const lateConference: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Swalebeck',
    known: ago(teller, 131),
    troubles: ['domestic_abuse', 'substances'],
    home: { label: 'Family home', lines: '9 Curlew Lane\nAldermere', postcode: 'ZZ99 7CL' },
    children: [
      { given: 'Freddie', sex: 'M', born: aged(teller, 5, 6), school: 'primary' },
      { given: 'Elsie', sex: 'F', born: aged(teller, 0, 10) },
    ],
    adults: [
      { given: 'Bethany', sex: 'F', born: aged(teller, 27), part: 'mother', atHome: true },
      { given: 'Callum', family: 'Flintoft', sex: 'M', born: aged(teller, 30), part: 'father', atHome: true },
    ],
  })
  const course = outlined(teller, family, {
    kind: 'protected',
    received: 130,
    source: '3E',
    need: 'N1',
    authorised: 74,
    enquiry: { started: 122, outcome: 106, conference: 85 },
    protection: { ended: -95, category: 'PHY' },
    closed: -190,
  })
  const telling = tellEpisode(teller, county, family, course, {
    busyness: 1,
    team: firstTeam(county),
    chair: personaOf(county, 'conferenceChair'),
  })
  tellWritten(telling, {
    on: ago(teller, 103),
    time: '09:40',
    kind: 'other',
    place: 'Office',
    body: 'The conference cannot be held within the fifteen days: the paediatrician’s report will not be ready and the parents have asked for it to be there. The children stay with their aunt until then and I see them every week. The service leader knows.',
    children: family.children.map(({ id }) => ({ id })),
  })
  return { open: 2, people: 4 }
}
