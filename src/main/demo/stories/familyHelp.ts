import { tellEpisode } from '../practice/tellEpisode.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { personaOf, type Story } from './story.ts'

/** A disabled girl whose plan is led by a Family Help practitioner, in a family that reads letters in Polish. */
export const familyHelp: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Świerczynek',
    known: ago(teller, 111),
    areaIndex: 1,
    ethnicity: 'WOTH',
    troubles: ['disability'],
    interpreter: 'Polish',
    home: { label: 'Family home', lines: '80 Rowanberry Road\nDunsmarshly', postcode: 'ZZ99 4RR' },
    children: [
      {
        given: 'Zofia',
        sex: 'F',
        born: aged(teller, 6, 9),
        school: 'primary',
        about: {
          disabilities: ['AUT', 'COMM'],
          communicationNeeds: 'Uses picture cards; needs time to answer',
        },
      },
    ],
    adults: [
      { given: 'Małgorzata', sex: 'F', born: aged(teller, 36), part: 'mother', atHome: true },
      {
        given: 'Paweł',
        family: 'Świerczynka',
        sex: 'M',
        born: aged(teller, 38),
        part: 'father',
        atHome: true,
      },
    ],
  })
  const course = outlined(teller, family, {
    kind: 'familyHelp',
    received: 110,
    source: '1A',
    need: 'N2',
    authorised: 64,
    plan: { started: 60, ended: -130 },
    closed: -133,
  })
  tellEpisode(teller, county, family, course, { busyness: 1, lead: personaOf(county, 'familyHelp') })
  return { open: 1, people: 3 }
}
