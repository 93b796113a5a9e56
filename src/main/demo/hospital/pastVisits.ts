import { at } from '../chronicle/moments.ts'
import type { Dice } from '../random/dice.ts'
import { personaOf } from '../stories/story.ts'
import { mergedVisits } from './mergedVisits.ts'
import type { Past, PastVisit, Told } from './pastVisit.ts'
import type { DemoChild } from './readChildren.ts'
import { complaintAt, outcomes, stranger } from './stock.ts'

/** Some forty visits in the sixty days before the county's midnight; those worth opening first. */
export function pastVisits(past: Past): readonly PastVisit[] {
  const { dice, today } = past
  const told = [...stories(past), ...others(past), ...mergedVisits(past)]
  return told.flatMap(({ patient, ago, time, isRead = true, ...rest }, index) =>
    patient === undefined
      ? []
      : [
          {
            companion: null,
            outcome: dice.pick(outcomes),
            after: [['A03', dice.int(55, 190)]] as const,
            ...rest,
            ...{ patient, isRead, number: `E${10_001 + index}` },
            arrivedAt: at(today.subtract({ days: ago }), time),
          },
        ],
  )
}

const mother = 'Mother'

/** Visits that show what becomes of one: docs/demo.md names them. */
function stories({ dice, today, county, children }: Past): readonly Told[] {
  const rowan = personaOf(county, 'socialWorker').id
  const temi = personaOf(county, 'healthVisitor').id
  const ageOf = ({ born }: DemoChild) => born.until(today, { largestUnit: 'years' }).years
  const onPlan = children.find(one => one.leadId === rowan && one.isOnPlan && ageOf(one) >= 5)
  const hers = children.filter(one => one.healthVisitorId === temi && ageOf(one) < 4)
  const [toddler, often] = [hers[0], hers[1] ?? hers[0]]
  const atSchool = children.filter(one => ageOf(one) > 6 && ageOf(one) < 15 && one !== onPlan)
  return [
    {
      ...{ ago: 1, time: '18:20', patient: onPlan?.patient, complaint: 'Head injury, fall down stairs' },
      ...{ companion: mother, isRead: false, outcome: 'Home, advice on head injury' },
      concern: ['836881000000105', 'Child cause for concern'],
    },
    {
      ...{ ago: 5, time: '09:35', patient: toddler?.patient, complaint: 'Swallowed a button battery' },
      ...{ companion: mother, isRead: false },
    },
    { ago: 2, time: '16:05', patient: atSchool[0]?.patient, complaint: 'Injured wrist, fall', isRead: false },
    { ago: 3, time: '11:50', patient: hers.at(-1)?.patient, complaint: 'Fever', after: [['A11', 95]] },
    { ago: 58, time: '20:10', patient: often?.patient, complaint: 'Rash' },
    { ago: 31, time: '22:40', patient: often?.patient, complaint: 'Scald, hot drink', companion: mother },
    { ago: 1, time: '21:15', patient: often?.patient, complaint: 'Fall from a bed', isRead: false },
    ...unknown(dice, today),
  ]
}

/** Whom the county does not know: nobody's, without a day of birth, another council's, kept from view. */
function unknown(dice: Dice, today: Temporal.PlainDate): readonly Told[] {
  const born = (years: number) => today.subtract({ years, days: 60 })
  return [
    {
      ago: 1,
      time: '14:25',
      patient: stranger(dice, 1, born(2)),
      complaint: 'Breathing difficulty',
      isRead: false,
    },
    {
      ...{ ago: 2, time: '13:10', complaint: 'Cut to the hand', isRead: false },
      patient: stranger(dice, 2, born(7), { birth: '20191305' }),
    },
    {
      ...{ ago: 4, time: '17:30', complaint: 'Asthma attack', isRead: false },
      patient: stranger(dice, 3, born(9), { lines: '8 Harbour Row\nWesterholm', postcode: 'ZZ97 4AB' }),
    },
    {
      ...{ ago: 1, time: '10:45', complaint: 'Injured wrist', isRead: false },
      patient: stranger(dice, 4, born(11), { isSensitive: true }),
    },
    {
      ...{ ago: 9, time: '15:20', complaint: 'Burn, hot iron' },
      patient: stranger(dice.fork('sent on'), 5, born(3), {
        lines: '2 Quay Street\nWesterholm',
        postcode: 'ZZ97 2CD',
      }),
    },
  ]
}

/** Everybody else: mostly children whom the county knows. */
function others({ dice, today, children, others: length }: Past): readonly Told[] {
  return Array.from({ length }, (_, index) => {
    const ago = 6 + Math.floor((index * 53) / length)
    const child = children.length > 0 && dice.chance(0.85) ? dice.pick(children) : null
    const born = child?.born ?? today.subtract({ days: dice.int(100, 6_000) })
    const years = born.until(today.subtract({ days: ago }), { largestUnit: 'years' }).years
    return {
      ago,
      time: `${String(dice.int(8, 22)).padStart(2, '0')}:${dice.int(10, 59)}`,
      patient: child?.patient ?? stranger(dice, 100 + index, born),
      complaint: complaintAt(dice, years),
      ...(index % 3 === 0 ? {} : { after: [] }),
    }
  })
}
