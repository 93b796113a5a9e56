import { personaOf } from '../stories/story.ts'
import type { Past, Told } from './pastVisit.ts'
import type { DemoChild } from './readChildren.ts'

/** Told of one child and then of another, whose number the hospital put together with the one that was taken. */
export function mergedVisits({ today, county, children }: Past): readonly Told[] {
  const temi = personaOf(county, 'healthVisitor').id
  const ageOf = ({ born }: DemoChild) => born.until(today, { largestUnit: 'years' }).years
  const wrong = children.filter(one => one.healthVisitorId === temi && ageOf(one) < 4)[2]
  const right = children.filter(one => one.leadId !== null && ageOf(one) > 6 && ageOf(one) < 15)[1]
  if (wrong === undefined || right === undefined) return []
  return [
    {
      ...{ ago: 2, time: '12:15', complaint: 'Swallowed a coin', companion: 'Grandmother', after: [] },
      patient: { ...wrong.patient, hospitalNumber: 'D20417' },
      mergedInto: [{ ...right.patient, hospitalNumber: 'D11032' }, 150],
    },
  ]
}
