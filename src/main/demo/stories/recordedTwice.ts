import type { Uuid } from '#platform/ids'
import type { County } from '../county/county.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Teller } from '../teller.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story } from './story.ts'

/** A girl of whom somebody made a second record, with a family of its own: a manager is asked to merge the two (joinTwice.ts). */
export const recordedTwice: Story = (teller, county) => {
  const child = {
    given: 'Ottilie',
    sex: 'F' as const,
    familyName: 'Larkwood',
    born: aged(teller, 8, 5),
    since: 38,
  }
  const survivorId = tellRecord(teller, county, {
    ...child,
    mother: 'Imogen',
    lines: '3 Quince Row\nBrackenwold',
  })
  const mergedId = tellRecord(teller, county, {
    ...child,
    mother: 'Immy',
    lines: 'Flat 2, 3 Quince Row\nBrackenwold',
  })
  const evidence = 'Mother showed the birth certificate at the visit: there is one child'
  return { open: 2, people: 4, twice: { survivorId, mergedId, evidence, isMerged: false } }
}

/** A boy recorded twice whose records were merged; it can be undone. */
export const mergedRecords: Story = (teller, county) => {
  const child = { sex: 'M' as const, familyName: 'Oakenhall', born: aged(teller, 6, 2), since: 31 }
  const survivorId = tellRecord(teller, county, {
    ...child,
    given: 'Gabriel',
    mother: 'Rosalind',
    lines: '21 Damson Lane\nAldermere',
  })
  const mergedId = tellRecord(teller, county, {
    ...child,
    given: 'Gabe',
    mother: 'Ros',
    lines: '12 Damson Lane\nAldermere',
  })
  const evidence =
    'There is one birth certificate. His mother laughed: nobody calls him Gabriel but the doctor'
  return { open: 1, people: 4, twice: { survivorId, mergedId, evidence, isMerged: true } }
}

type Recorded = {
  readonly given: string
  readonly sex: 'F' | 'M'
  readonly familyName: string
  readonly born: Temporal.PlainDate
  readonly mother: string
  readonly lines: string
  /** Days since the referral. */
  readonly since: number
}

function tellRecord(teller: Teller, county: County, { given, sex, born, ...record }: Recorded): Uuid {
  const family = castFamily(teller, county, {
    familyName: record.familyName,
    known: ago(teller, record.since + 1),
    troubles: ['domestic_abuse'],
    home: { label: 'Mother’s home', lines: record.lines, postcode: 'ZZ99 2TW' },
    children: [{ given, sex, born, school: 'primary' }],
    adults: [{ given: record.mother, sex: 'F', born: aged(teller, 33), part: 'mother', atHome: true }],
  })
  const course = outlined(teller, family, {
    kind: 'assessed',
    received: record.since,
    source: '6',
    need: 'N1',
    authorised: -8,
    closed: -10,
  })
  tellEpisode(teller, county, family, course, {
    busyness: 1,
    team: firstTeam(county),
    lead: personaOf(county, 'socialWorker'),
  })
  const [child] = family.children
  if (!child) throw new Error(`${given} was cast`)
  return child.id
}
