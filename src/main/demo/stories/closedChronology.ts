import { tellEpisode } from '../practice/tellEpisode.ts'
import { tellPeriod } from './childInCare.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, type Story, tellEvent } from './story.ts'

/** A closed record of three episodes over five years, with a chronology to read from beginning to end. */
export const closedChronology: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Wetherfold',
    known: ago(teller, 1900),
    ethnicity: 'WIRI',
    troubles: ['substances', 'neglect'],
    home: { label: 'Grandmother’s home', lines: '5 Heron Row\nBrackenwold', postcode: 'ZZ99 2HR' },
    children: [
      { given: 'Caoimhe', sex: 'F', born: aged(teller, 13, 1), school: 'secondary' },
      { given: 'Oisín', sex: 'M', born: aged(teller, 10, 8), school: 'primary' },
    ],
    adults: [
      {
        given: 'Siobhán',
        sex: 'F',
        born: aged(teller, 35),
        part: 'mother',
        atHome: false,
        about: { diedOn: ago(teller, 700) },
      },
      {
        given: 'Margaret',
        family: 'O’Fenlon',
        sex: 'F',
        born: aged(teller, 62),
        part: 'grandparent',
        atHome: true,
      },
    ],
  })
  const tell = (outline: Parameters<typeof outlined>[2]) =>
    tellEpisode(teller, county, family, outlined(teller, family, outline), {
      busyness: 0.7,
      team: firstTeam(county),
    })
  tell({
    kind: 'assessed',
    received: 1899,
    source: '2A',
    need: 'N1',
    authorised: 1845,
    closed: 1841,
    closureReason: 'RC9',
  })
  tell({
    kind: 'protected',
    received: 1320,
    source: '6',
    need: 'N1',
    authorised: 1264,
    enquiry: { started: 1316, outcome: 1302, conference: 1295 },
    protection: { ended: 1010, category: 'NEG', previous: 0 },
    plan: { started: 1010, ended: 860 },
    closed: 857,
  })
  tell({
    kind: 'inNeed',
    received: 705,
    source: '3A',
    need: 'N8',
    authorised: 655,
    plan: { started: 650, ended: 460 },
    closed: 455,
    closureReason: 'RC4',
  })
  for (const [days, description, source, impact] of [
    [
      1900,
      'Came to school without breakfast or a coat for a week',
      'School',
      'Caoimhe hid bread in her bag for Oisín.',
    ],
    [1321, 'Found alone at home at eleven at night', 'Police', 'They had rung their grandmother themselves.'],
    [
      1010,
      'Their mother had been well for six months',
      'Review conference',
      'Oisín began to sleep through the night.',
    ],
    [
      700,
      'Their mother died',
      'Grandmother',
      'They were at home when it happened. Grandmother was with them within the hour.',
    ],
    [
      458,
      'Special guardianship order to their grandmother',
      'Family court',
      'Caoimhe said: now nobody can move us.',
    ],
  ] as const)
    tellEvent(teller, family.children, { on: ago(teller, days), description, source, impact })
  for (const { id } of family.children)
    tellPeriod(teller, id, { began: 699, under: 'V2', ended: 458, why: 'E47' })
  return { open: 0, people: 4 }
}
