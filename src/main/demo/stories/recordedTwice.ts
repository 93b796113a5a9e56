import { tellEpisode } from '../practice/tellEpisode.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story } from './story.ts'

/** A girl of whom somebody made a second record, with a family of its own: a manager is asked to merge the two (joinTwice.ts). */
export const recordedTwice: Story = (teller, county) => {
  const tell = (born: Temporal.PlainDate, mother: string, lines: string) => {
    const family = castFamily(teller, county, {
      familyName: 'Larkwood',
      known: ago(teller, 39),
      troubles: ['domestic_abuse'],
      home: { label: 'Mother’s home', lines, postcode: 'ZZ99 2TW' },
      children: [{ given: 'Ottilie', sex: 'F', born, school: 'primary' }],
      adults: [{ given: mother, sex: 'F', born: aged(teller, 33), part: 'mother', atHome: true }],
    })
    const course = outlined(teller, family, {
      kind: 'assessed',
      received: 38,
      source: '6',
      need: 'N1',
      authorised: -8,
      closed: -10,
    })
    const team = firstTeam(county)
    tellEpisode(teller, county, family, course, {
      busyness: 1,
      team,
      lead: personaOf(county, 'socialWorker'),
    })
    return family.children[0]?.id
  }
  const born = aged(teller, 8, 5)
  const one = tell(born, 'Imogen', '3 Quince Row\nBrackenwold')
  const other = tell(born, 'Immy', 'Flat 2, 3 Quince Row\nBrackenwold')
  return { open: 2, people: 4, ...(one && other ? { twice: [one, other] as const } : {}) }
}
