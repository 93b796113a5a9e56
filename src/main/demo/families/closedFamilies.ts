import { at, isBefore, openDay } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { Scale } from '../countyPlan.ts'
import type { Teller } from '../teller.ts'
import { makeFamily } from './makeFamily.ts'
import { tellEarlier } from './tellEarlier.ts'

/** Tells of one family whose work is closed; one in five came back within the year. @returns how many people it has */
export function tellClosedFamily(teller: Teller, county: County, scale: Scale): number {
  const { dice, today } = teller
  const receivedOn = openDay(today.subtract({ days: dice.int(12, Math.round(scale.years * 365.25)) }))
  const family = makeFamily(teller, county, { asAt: receivedOn, known: at(receivedOn, '08:00') })
  const before = today.subtract({ days: 1 })
  let closedOn = tellEarlier(teller, county, family, { from: receivedOn, before, busyness: scale.busyness })
  while (closedOn !== null && dice.chance(0.36)) {
    const next = closedOn.add({ days: dice.int(20, 360) })
    if (!isBefore(next, before)) break
    closedOn = tellEarlier(teller, county, family, { from: next, before, busyness: scale.busyness })
  }
  return family.children.length + family.adults.length
}
