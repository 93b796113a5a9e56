import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { Teller } from '../teller.ts'
import { inNeed } from './inNeed.ts'
import { ago } from './stage.ts'
import { personaOf, type Story, tellEvent } from './story.ts'

/** A boy whom police took to safety one night, home again within days, and in care by agreement since his mother went to hospital last week. */
export const childInCare: Story = (teller, county) => {
  const boy = inNeed(teller, county, {
    familyName: 'Tarnbrook',
    street: 'Sandpiper Row',
    given: [{ name: 'Wilf', sex: 'M', years: 9 }],
    plan: 130,
  })
  const { course } = boy.tell(boy.course, undefined, personaOf(county, 'socialWorker'))
  const [wilf] = course.children
  if (!wilf) throw new Error('Wilf was cast')
  tellPeriod(teller, wilf.id, { began: 128, under: 'L1', ended: 125, why: 'E4A' })
  tellPeriod(teller, wilf.id, { began: 4, under: 'V2' })
  tellFosterHome(teller, wilf.id)
  tellEvent(teller, course.children, {
    on: ago(teller, 4),
    description: 'Leonie was admitted to hospital and asked for Wilf to be looked after',
    source: 'Leonie and the ward',
    impact: 'Wilf packed his own bag and asked who would feed the cat.',
  })
  return { open: 1, people: 2 }
}

type Told = {
  readonly began: number
  readonly under: Fact<'period_of_care'>['began_under']
  readonly ended?: number
  readonly why?: Fact<'period_of_care'>['ended_why']
}

/** Tells of a time in care. Days are before today. */
export function tellPeriod(teller: Teller, personId: Uuid, { began, under, ended, why }: Told): void {
  teller.chronicle.tell(
    'period_of_care',
    at(ago(teller, began), '18:20'),
    {
      id: teller.dice.id(),
      person_id: personId,
      started_on: ago(teller, began),
      began_under: under,
      version: 1,
    },
    ...(ended === undefined || why === undefined
      ? []
      : [
          [
            at(ago(teller, ended), '16:10'),
            { ended_on: ago(teller, ended), ended_why: why, version: 2 },
          ] as const,
        ]),
  )
}

/** Where he lives now: whom a visit to hospital is told to goes by it. */
function tellFosterHome(teller: Teller, personId: Uuid): void {
  const since = ago(teller, 4)
  teller.chronicle.tell('person_address', at(since, '18:30'), {
    id: teller.dice.id(),
    person_id: personId,
    kind: 'placement',
    lines: '3 Teal Close\nAldermere',
    postcode: 'ZZ99 8WC',
    is_confidential: false,
    started_on: since,
  })
}
