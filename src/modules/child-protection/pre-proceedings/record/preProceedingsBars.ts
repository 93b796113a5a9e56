import type { ClosureBar } from '#modules/casework'
import { formatDate } from '#ui'
import { preProceedingsOf } from '../queries/readPreProceedings.ts'
import { isOpen } from '../rules/preProceedings.ts'

/** While an application to the court is weighed up or decided on, neither a plan nor the case ends. */
export const preProceedingsBars: ClosureBar = async (work, personIds) => {
  const cases = await preProceedingsOf(work, personIds)
  return cases.flatMap(of => {
    const bar = { personId: of.personId, href: `/people/${of.personId}/pre-proceedings` }
    if (isOpen(of))
      return [
        {
          ...bar,
          sentence: `Pre-proceedings that started ${formatDate(of.startedOn)} go on: decide to step down or to issue first.`,
        },
      ]
    if (of.step !== 'issue' || of.appliedOn !== null) return []
    return [
      {
        ...bar,
        sentence: 'It was decided to apply to the court, and no application is recorded: record it first.',
      },
    ]
  })
}
