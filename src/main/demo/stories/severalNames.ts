import type { Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Teller } from '../teller.ts'
import type { OpenedRecord } from './opened.ts'
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
  return { open: 1, people: 2, openings: sameer ? [notHomeYet(teller, county, sameer.id)] : [] }
}

/** Opened on the last evening on which offices were open: its review is due now. */
function notHomeYet(teller: Teller, county: County, personId: Uuid): OpenedRecord {
  const dice = teller.dice.fork('not home yet') // nobody else’s chances change
  const on = addWorkingDays(teller.today, -1)
  return {
    id: dice.id(),
    workerId: personaOf(county, 'dutyWorker').id,
    personId,
    kind: 'duty',
    code: 'contact_received',
    reason: 'His uncle rings: Sameer is not home, and the police want to know who works with him',
    at: at(on, '21:50'),
    endsAt: at(on.add({ days: 1 }), '08:00'),
  }
}
