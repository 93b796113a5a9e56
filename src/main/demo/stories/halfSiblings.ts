import { at } from '../chronicle/moments.ts'
import { tellBond } from '../families/tellHome.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Teller } from '../teller.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story } from './story.ts'

/** A father with children in two families: each worker sees the half-brother or sister's name and their own family's record. */
export const halfSiblings: Story = (teller, county) => {
  const first = castFamily(teller, county, {
    familyName: 'Grimmersby',
    known: ago(teller, 160),
    troubles: ['domestic_abuse'],
    home: { label: 'Mother’s home', lines: '7 Sandpiper Street\nBrackenwold', postcode: 'ZZ99 2SB' },
    children: [{ given: 'Tyler', sex: 'M', born: aged(teller, 11, 5), school: 'secondary' }],
    adults: [
      { given: 'Leanne', sex: 'F', born: aged(teller, 33), part: 'mother', atHome: true },
      { given: 'Shane', family: 'Rookhope', sex: 'M', born: aged(teller, 36), part: 'father', atHome: false },
    ],
  })
  const second = castFamily(teller, county, {
    familyName: 'Quillerby',
    known: ago(teller, 90),
    areaIndex: 1,
    troubles: ['domestic_abuse', 'substances'],
    home: { label: 'Family home', lines: '31 Marigold Avenue\nCopperidge', postcode: 'ZZ99 3MA' },
    children: [{ given: 'Lacey', family: 'Rookhope', sex: 'F', born: aged(teller, 3, 2) }],
    adults: [{ given: 'Stacey', sex: 'F', born: aged(teller, 26), part: 'mother', atHome: true }],
  })
  tellSharedFather(teller, first, second)
  const rowan = { busyness: 1, team: firstTeam(county), lead: personaOf(county, 'socialWorker') }
  tellEpisode(
    teller,
    county,
    first,
    outlined(teller, first, {
      kind: 'inNeed',
      received: 159,
      source: '6',
      need: 'N1',
      authorised: 105,
      plan: { started: 98, ended: -60 },
      closed: -65,
    }),
    rowan,
  )
  tellEpisode(
    teller,
    county,
    second,
    outlined(teller, second, {
      kind: 'assessed',
      received: 36,
      source: '6',
      need: 'N1',
      authorised: -12,
      closed: -16,
    }),
    { busyness: 1 },
  )
  return { open: 2, people: 5 }
}

type Cast = ReturnType<typeof castFamily>

function tellSharedFather(teller: Teller, first: Cast, second: Cast): void {
  const father = first.adults.find(({ part }) => part === 'father')
  const [tyler] = first.children
  const [lacey] = second.children
  if (!father || !tyler || !lacey) throw new Error('Both families were cast')
  const known = at(ago(teller, 88), '11:40')
  teller.chronicle.tell('family_member', known, {
    id: teller.dice.id(),
    family_id: second.id,
    person_id: father.id,
    role: 'adult',
  })
  tellBond(teller, known, {
    person: father.id,
    of: lacey.id,
    kind: 'father',
    hasParentalResponsibility: true,
    livesTogether: true,
  })
  tellBond(teller, known, { person: tyler.id, of: lacey.id, kind: 'half_sibling', livesTogether: false })
}
