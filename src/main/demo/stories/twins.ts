import { tellEpisode } from '../practice/tellEpisode.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story } from './story.ts'
import { tellLikeness } from './tellBirths.ts'

/** Twin sisters with nearly one name: somebody has said that they are two people, and no merge is offered again. */
export const twins: Story = (teller, county) => {
  const born = aged(teller, 5, 3)
  const family = castFamily(teller, county, {
    familyName: 'Nettlefold',
    known: ago(teller, 34),
    troubles: ['substances'],
    home: { label: 'Father’s home', lines: '9 Samphire Court\nAldermere', postcode: 'ZZ99 1SC' },
    children: [
      { given: 'Mila', sex: 'F', born, school: 'primary' },
      { given: 'Milla', sex: 'F', born, school: 'primary' },
    ],
    areTwins: true,
    adults: [{ given: 'Owen', sex: 'M', born: aged(teller, 38), part: 'father', atHome: true }],
  })
  const course = outlined(teller, family, {
    kind: 'assessed',
    received: 33,
    source: '3B',
    need: 'N4',
    authorised: -12,
    closed: -14,
  })
  const cast = { busyness: 1, team: firstTeam(county), lead: personaOf(county, 'socialWorker') }
  const telling = tellEpisode(teller, county, family, course, cast)
  const [mila, milla] = family.children
  if (!mila || !milla) throw new Error('Twins were cast')
  tellLikeness(
    { ...teller, dice: teller.dice.fork('alike') }, // nobody else’s chances change
    {
      ...{ one: mila.id, other: milla.id, on: ago(teller, 20), by: telling.lead.id },
      source: 'The red book of each: one placenta.',
    },
  )
  return {
    open: 2,
    people: 3,
    apart: {
      one: mila.id,
      other: milla.id,
      why: 'I met both on one sofa. Mila has the scar on her chin; Milla spells it out for you.',
    },
  }
}
