import { tellEpisode } from '../practice/tellEpisode.ts'
import { aroundTheBirth } from './aroundTheBirth.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story, tellWritten } from './story.ts'

/** A child not yet born, on a plan made at a conference before the birth. */
export const unbornChild: Story = (teller, county) => {
  const expectedOn = teller.today.add({ days: 34 })
  const family = castFamily(teller, county, {
    familyName: 'Fairbeck',
    known: ago(teller, 66),
    troubles: ['domestic_abuse', 'mental_health'],
    home: { label: 'Mother’s home', lines: 'Flat 3, 22 Osier Way\nAldermere', postcode: 'ZZ99 1QD' },
    children: [{ given: 'Robin', sex: 'F', born: expectedOn, expectedOn }],
    adults: [
      { given: 'Kayleigh', sex: 'F', born: aged(teller, 20, 3), part: 'mother', atHome: true },
      {
        given: 'Jordan',
        family: 'Skelderby',
        sex: 'M',
        born: aged(teller, 25),
        part: 'father',
        atHome: false,
      },
    ],
  })
  const course = outlined(teller, family, {
    kind: 'protected',
    received: 65,
    source: '3F',
    need: 'N1',
    authorised: 20,
    enquiry: { started: 40, outcome: 27, conference: 20 },
    protection: { ended: -160, category: 'EMO' },
    closed: -260,
  })
  const telling = tellEpisode(teller, county, family, course, {
    busyness: 1,
    team: firstTeam(county),
    lead: personaOf(county, 'socialWorker'),
    chair: personaOf(county, 'conferenceChair'),
  })
  tellWritten(telling, {
    on: ago(teller, 9),
    time: '10:30',
    purpose: 'cp_visit',
    body: 'I saw Kayleigh at home with the midwife. The cot has come and stands by her bed. She has blocked Jordan’s number and told the midwife herself why. We wrote the plan for the birth: her sister will be with her, the ward knows, and nobody is told which ward it is.',
    children: family.children.map(({ id }) => ({
      id,
      observations: 'Not yet born. Growth is as it should be; the next scan is in two weeks.',
    })),
  })
  const [robin] = family.children
  if (robin === undefined) throw new Error('Robin was cast')
  aroundTheBirth(teller, county, robin.id, telling.lead.id)
  return { open: 1, people: 3 }
}
