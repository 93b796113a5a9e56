import { at, isBefore } from '../../chronicle/moments.ts'
import type { County } from '../county.ts'
import type { Office } from '../office.ts'

/** What Cabinet was asked for and gave, what was to come of it, and somebody away for so long that a team is over its number. */
export function tellCapacity({ teller, establishment }: Office, county: County): void {
  const { chronicle, today } = teller
  const dice = establishment.dice.fork('capacity')
  const metOn = today.subtract({ months: 13 }).with({ day: 12 })
  const recommendationId = dice.id()
  chronicle.tell('recommendation', at(metOn.subtract({ days: 8 }), '10:00'), {
    id: recommendationId,
    subject: 'Social work capacity: fifteen children for each worker',
    body: 'Cabinet',
    meets_on: metOn,
    item: '10',
    author_role: 'Director of children’s services',
    words:
      'Recommended that Cabinet endorse eight more front-line social workers and three service leaders, so that three teams become smaller and each worker holds fifteen children.',
    amount: 462_000,
  })
  chronicle.tell('decision', at(metOn.add({ days: 1 }), '09:30'), {
    id: dice.id(),
    recommendation_id: recommendationId,
    body: 'Cabinet',
    decided_on: metOn,
    item: '10',
    words: 'Cabinet endorsed the posts at the sum with this year’s pay award.',
    amount: 499_000,
    status: 'endorsed_changed',
  })
  tellInvestment({ teller, establishment: { ...establishment, dice } }, recommendationId)
  const [first, pressed] = county.safeguarding
  const away = [
    [pressed?.workers[0], 'secondment', 40, 120],
    [first?.workers[2], 'leave', 3, 12], // too short to change what counts
  ] as const
  for (const [worker, reason, ago, days] of away)
    if (worker)
      chronicle.tell('worker_absence', at(today.subtract({ days: ago + 5 }), '12:00'), {
        id: dice.id(),
        worker_id: worker.id,
        from_day: today.subtract({ days: ago }),
        until_day: today.add({ days: days - ago }),
        reason,
        counts_as_capacity: false,
      })
}

/** Forecast for eight quarters; what was found for those that have ended. The last one found was corrected once. */
function tellInvestment(
  { teller, establishment }: Pick<Office, 'teller' | 'establishment'>,
  recommendationId: ReturnType<Office['establishment']['dice']['id']>,
): void {
  const { chronicle, today } = teller
  const { dice } = establishment
  const caseId = dice.id()
  const startsOn = today.subtract({ months: 12 }).with({ day: 1 })
  chronicle.tell('invest_case', at(startsOn.subtract({ days: 5 }), '15:00'), {
    id: caseId,
    title: 'Smaller caseloads, fewer external homes',
    recommendation_id: recommendationId,
    starts_on: startsOn,
    investment: 499_000,
    avoids: 'External residential care',
    week_cost: 3_000,
    cost_source: 'The authority’s own average of the year before',
  })
  for (let quarter = 0; quarter < 8; quarter += 1) {
    const from = startsOn.add({ months: 3 * quarter })
    const until = from.add({ months: 3 }).subtract({ days: 1 })
    const common = { case_id: caseId, from_day: from, until_day: until }
    chronicle.tell('invest_period', at(startsOn.subtract({ days: 5 }), '15:10'), {
      ...common,
      id: dice.id(),
      kind: 'forecast',
      spent: 62_375,
      weeks_avoided: 6 + 5 * quarter,
      how: 'From the trend of the three years before',
    })
    const knownOn = until.add({ days: 12 })
    if (!isBefore(knownOn, today)) continue
    chronicle.tell('invest_period', at(knownOn, '11:00'), {
      ...common,
      id: dice.id(),
      kind: 'actual',
      spent: 51_200 + 6_400 * quarter,
      weeks_avoided: 3 + 6 * quarter,
      how: 'Places in use against the same quarter of the year before; reasons for the difference are not known',
    })
  }
}
