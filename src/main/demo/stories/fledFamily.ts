import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { Family } from '../families/family.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Teller } from '../teller.ts'
import { outlined } from './outline.ts'
import type { HeldLetter } from './papers.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story, tellEvent } from './story.ts'

/** He asked for a meeting; a worker in a hurry wrote where the children live. */
function letterToFather(teller: Teller, county: County, { children, adults }: Family): HeldLetter {
  const { dice, chronicle } = teller
  const father = adults.find(({ part }) => part === 'father')
  if (!father) throw new Error('A father was cast')
  const home = { addressId: dice.id(), lines: '2 Turbine Court\nAldermere', postcode: 'ZZ99 2TC' }
  chronicle.tell('person_address', at(ago(teller, 119), '09:40'), {
    id: home.addressId,
    person_id: father.id,
    started_on: ago(teller, 119),
    kind: 'home',
    lines: home.lines,
    postcode: home.postcode,
    is_confidential: false,
  })
  return {
    id: dice.id(),
    about: children.map(({ id }) => ({ rowId: dice.id(), personId: id })),
    at: at(ago(teller, 2), '16:40'),
    madeBy: personaOf(county, 'socialWorker').id,
    recipientId: father.id,
    recipientName: 'Dapo Okonkwere',
    relation: 'father, with parental responsibility',
    subject: 'Meeting us',
    text: 'Dear Dapo Okonkwere,\n\nThank you for your call. I would like to meet you at our office on Thursday at two, to talk about how N’deye and Kofi are. They are well at Lantern House and N’deye has started at her new school.\n\nPlease tell me if the time does not suit you.\n\nYours sincerely,\nRowan Ashbrigg',
    home,
    tellsOf: [...children, ...adults.filter(({ livesAtHome }) => livesAtHome)].map(({ id }) => id),
  }
}

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
  return { open: 2, people: 4, letters: [letterToFather(teller, county, family)] }
}
