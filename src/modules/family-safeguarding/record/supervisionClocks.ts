import { type ClockSource, clockChain } from '#modules/casework'
import { supervisionDates } from '../supervision/supervisionDates.ts'

/**
 * Group supervision each month, for every child of a family that has had a first: from then on each counts from the one before, until
 * the workbook closes. Dates alone are read, which whoever keeps the children's time limits may read.
 */
export const supervisionClockSource: ClockSource = {
  name: 'family-safeguarding',
  async derive(work, personIds, settings) {
    const families = await supervisionDates(work, personIds)
    return families.flatMap(({ personId, memberId, held, closedOn }) => {
      const [first, ...later] = held
      if (first === undefined) return []
      return clockChain(
        {
          personId,
          clock: 'GROUP_SUPERVISION',
          triggerKind: 'family_member',
          trigger: { id: memberId, on: first.on },
          events: later,
          endedOn: closedOn,
          endedBecause: 'The workbook was closed',
        },
        settings,
      )
    })
  },
}
