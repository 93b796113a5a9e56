import { at } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import { familyName, givenName } from '../families/names.ts'
import type { Teller } from '../teller.ts'
import { areas, streets } from '../words/places.ts'
import type { Agencies, Organisation, School } from './county.ts'

/** The day on which the county's directory begins. */
export const directoryBegan = Temporal.PlainDate.from('2012-01-03')

/** Tells of the council, its partners and the schools. @param schoolsInArea of each kind together */
export function makeAgencies(teller: Teller, schoolsInArea: number): Agencies {
  const place = teller.authority.name.replace(/ (County|Borough|City|District) Council$/, '')
  return {
    council: tell(teller, teller.authority.name, 'council'),
    health: tell(teller, `${place} Community NHS Trust (demonstration)`, 'nhs'),
    police: tell(teller, `${place} Police (demonstration)`, 'police'),
    probation: tell(teller, `${place} Probation Service (demonstration)`, 'probation'),
    recovery: tell(teller, 'Turning Leaf Recovery', 'voluntary'),
    refuge: tell(teller, 'Lantern House Domestic Abuse Service', 'voluntary'),
    schools: areas.flatMap((_, areaIndex) =>
      Array.from({ length: schoolsInArea }, (_unused, index) => school(teller, areaIndex, index)),
    ),
  }
}

function tell(teller: Teller, name: string, kind: Fact<'organisation'>['kind']): Organisation {
  const id = teller.dice.id()
  const telephone = teller.numbers.telephone()
  teller.chronicle.tell('organisation', at(directoryBegan, '09:00'), { id, name, kind, telephone })
  return { id, name, telephone }
}

function school(teller: Teller, areaIndex: number, index: number): School {
  const { dice } = teller
  const kind = index % 3 === 2 ? 'secondary' : 'primary'
  const street = streets[(areaIndex * 11 + index) % streets.length] ?? 'Larkspur'
  const place = areas[areaIndex]?.districts[index % 2] ?? ''
  const title = kind === 'primary' ? 'Primary School' : 'Academy'
  const organisation = tell(teller, `${street} ${title}, ${place}`, 'school')
  return {
    ...organisation,
    number: 2000 + areaIndex * 200 + index,
    kind,
    areaIndex,
    safeguardingLead: `${givenName(dice, 'british', 'F')} ${familyName(dice, 'british')}`,
  }
}
