import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import { outlined } from './outline.ts'
import type { SharingStory } from './sharingStory.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story, tellEvent } from './story.ts'

/**
 * A conference that is to come, with one report of which each of five people is given a copy of their own: a mother who fled, the father
 * whom she fled, their children of 15 and 9, and a grandmother who cares for them. What is told of where they are is in no copy for him.
 */
export const sharedPapers: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Larkenshaw',
    known: ago(teller, 64),
    troubles: ['domestic_abuse'],
    home: {
      label: 'Where they are safe',
      lines: 'Flat 2, Beacon Yard',
      postcode: 'ZZ99 8BY',
      isConfidential: true,
      kind: 'refuge',
    },
    children: [
      { given: 'Juno', sex: 'F', born: aged(teller, 15, 2), school: 'secondary' },
      { given: 'Silas', sex: 'M', born: aged(teller, 9, 4), school: 'primary' },
      { given: 'Pip', sex: 'M', born: aged(teller, 3, 3) },
    ],
    adults: [
      { given: 'Orla', sex: 'F', born: aged(teller, 36), part: 'mother', atHome: true },
      {
        given: 'Bastian',
        family: 'Quarrendale',
        sex: 'M',
        born: aged(teller, 39),
        part: 'father',
        atHome: false,
      },
      { given: 'Nerys', sex: 'F', born: aged(teller, 61), part: 'grandparent', atHome: false },
    ],
  })
  tellEvent(teller, family.children, {
    on: ago(teller, 20),
    description: 'Left home at night with their mother, with help from the police',
    source: 'Police',
    impact: 'Silas asks whether his father knows where his new school is.',
  })
  const course = outlined(teller, family, {
    kind: 'inNeed',
    received: 63,
    source: '6',
    need: 'N1',
    authorised: 21,
    plan: { started: 18, ended: -90 },
    closed: -95,
  })
  tellEpisode(teller, county, family, course, {
    busyness: 1,
    team: firstTeam(county),
    lead: personaOf(county, 'socialWorker'),
  })
  const school = tellNewSchool()
  const id = (given: string): Uuid => {
    const found = [...family.children, ...family.adults].find(one => one.given === given)
    if (found === undefined) throw new Error(`${given} was cast`)
    return found.id
  }
  const sharing: SharingStory = {
    teller,
    people: {
      juno: id('Juno'),
      silas: id('Silas'),
      pip: id('Pip'),
      mother: id('Orla'),
      father: id('Bastian'),
      carer: id('Nerys'),
    },
    worker: personaOf(county, 'socialWorker').id,
    manager: personaOf(county, 'teamManager').id,
    chair: personaOf(county, 'conferenceChair').id,
    administrator: personaOf(county, 'businessSupport').id,
    plannedAt: at(ago(teller, -9), '10:00'),
    writtenOn: ago(teller, 5),
    sentOn: ago(teller, 2),
    school,
  }
  return { open: 3, people: 6, sharing }

  /** Silas goes to another school since they fled: it is in no copy for his father. */
  function tellNewSchool(): string {
    const name = 'Harrier Beck Primary School'
    const organisationId = teller.dice.id()
    teller.chronicle.tell('organisation', at(ago(teller, 200), '09:00'), {
      id: organisationId,
      name,
      kind: 'school',
    })
    const silas = family.children[1]
    if (silas)
      teller.chronicle.tell('involvement', at(ago(teller, 15), '11:20'), {
        id: teller.dice.id(),
        person_id: silas.id,
        organisation_id: organisationId,
        professional_name: 'Tegan Moorcroft-Vale',
        role: 'designated_safeguarding_lead',
        started_on: ago(teller, 15),
      })
    return name
  }
}
