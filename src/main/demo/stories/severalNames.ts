import { at } from '../chronicle/moments.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story } from './story.ts'

/** A boy whose name is spelt four ways, one of them in Arabic script, and of whose birthday only the year is known. */
export const severalNames: Story = (teller, county) => {
  const born = Temporal.PlainDate.from({ year: teller.today.year - 15, month: 1, day: 1 })
  const family = castFamily(teller, county, {
    familyName: 'Al-Hadithani',
    known: ago(teller, 76),
    ethnicity: 'OOTH',
    troubles: ['mental_health'],
    interpreter: 'Arabic',
    home: { label: 'His uncle’s home', lines: 'Flat 12, 5 Teasel Court\nBrackenwold', postcode: 'ZZ99 6TC' },
    children: [
      {
        given: 'Sameer',
        sex: 'M',
        born,
        school: 'secondary',
        about: {
          precision: 'year',
          interpreterNeeded: true,
          otherNames: [
            { kind: 'known_as', given: 'سمير' },
            { kind: 'alias', given: 'Samir', family: 'Alhadithani' },
            { kind: 'alias', given: 'Sammir', family: 'Hadithany' },
          ],
          upnUnknownReason: 'UN3',
        },
      },
    ],
    adults: [{ given: 'Karim', sex: 'M', born: aged(teller, 41), part: 'grandparent', atHome: true }],
  })
  const [sameer] = family.children
  if (sameer)
    teller.chronicle.tell('person_identifier', at(ago(teller, 70), '12:00'), {
      id: teller.dice.id(),
      person_id: sameer.id,
      kind: 'home_office',
      value: 'DEMO/0000417',
      check_passed: null,
    })
  tellEpisode(
    teller,
    county,
    family,
    outlined(teller, family, {
      kind: 'inNeed',
      received: 75,
      source: '7',
      need: 'N8',
      authorised: 22,
      plan: { started: 16, ended: -150 },
      closed: -155,
    }),
    { busyness: 1, team: firstTeam(county), lead: personaOf(county, 'newlyQualified') },
  )
  return { open: 1, people: 2 }
}
