import { tellEpisode } from '../practice/tellEpisode.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story } from './story.ts'

/** The family of someone who works for the council: nobody outside the named list can tell that they are here. */
export const staffFamily: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Ravensclough',
    known: ago(teller, 58),
    areaIndex: 0,
    troubles: ['mental_health'],
    home: { label: 'Family home', lines: '2 Turnstone Gardens\nAldermere', postcode: 'ZZ99 1TG' },
    children: [{ given: 'Imogen', sex: 'F', born: aged(teller, 13, 7), school: 'secondary' }],
    adults: [
      { given: 'Harriet', sex: 'F', born: aged(teller, 44), part: 'mother', atHome: true },
      { given: 'Ralph', sex: 'M', born: aged(teller, 46), part: 'father', atHome: true },
    ],
  })
  const team = firstTeam(county)
  const lead = personaOf(county, 'serviceLeader')
  const senior =
    team.workers.find(({ role, leftOn }) => role === 'senior_social_worker' && leftOn === null) ?? lead
  tellEpisode(
    teller,
    county,
    family,
    outlined(teller, family, {
      kind: 'assessed',
      received: 30,
      source: '2A',
      need: 'N3',
      authorised: -20,
      closed: -24,
    }),
    { busyness: 1, team, lead: senior },
  )
  return {
    open: 1,
    people: 3,
    restricted: {
      people: [...family.children, ...family.adults].map(({ id }) => id),
      members: [senior.id, personaOf(county, 'teamManager').id, lead.id],
      note: 'A parent works for the council',
    },
  }
}
