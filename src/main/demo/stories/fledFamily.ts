import { at } from '../chronicle/moments.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story, tellEvent } from './story.ts'

/** A mother who fled with her two children: their address is confidential, and every page says not to disclose it. */
export const fledFamily: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Wanjirumo',
    known: ago(teller, 121),
    ethnicity: 'BAFR',
    troubles: ['domestic_abuse'],
    home: {
      label: 'Where they are safe',
      lines: 'Room 5, Lantern House',
      postcode: 'ZZ99 9ZZ',
      isConfidential: true,
      kind: 'refuge',
    },
    children: [
      { given: 'N’deye', sex: 'F', born: aged(teller, 7, 9), school: 'primary' },
      { given: 'Kofi', sex: 'M', born: aged(teller, 1, 5) },
    ],
    adults: [
      { given: 'Makena', sex: 'F', born: aged(teller, 29), part: 'mother', atHome: true },
      { given: 'Dapo', family: 'Okonkwere', sex: 'M', born: aged(teller, 35), part: 'father', atHome: false },
    ],
  })
  const fledOn = ago(teller, 122)
  for (const { id } of [...family.children, ...family.adults.filter(({ livesAtHome }) => livesAtHome)])
    teller.chronicle.tell('alert', at(ago(teller, 120), '10:10'), {
      id: teller.dice.id(),
      person_id: id,
      kind: 'do_not_disclose_address',
      description: 'Do not tell anyone where they live, the father least of all. Letters go to the office.',
      started_on: ago(teller, 120),
      review_on: teller.today.add({ months: 2 }),
    })
  tellEvent(teller, family.children, {
    on: fledOn,
    description: 'Left home at night with their mother, with help from the police',
    source: 'Police',
    impact: 'N’deye asks whether her father knows where her school is.',
  })
  const outline = outlined(teller, family, {
    kind: 'inNeed',
    received: 120,
    source: '6',
    need: 'N1',
    authorised: 72,
    plan: { started: 66, ended: -90 },
    closed: -95,
  })
  tellEpisode(teller, county, family, outline, {
    busyness: 1,
    team: firstTeam(county),
    lead: personaOf(county, 'socialWorker'),
  })
  return { open: 2, people: 4 }
}
