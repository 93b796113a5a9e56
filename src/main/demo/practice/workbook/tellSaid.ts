import { at, isBefore, openDay } from '../../chronicle/moments.ts'
import type { Teller } from '../../teller.ts'
import type { Telling } from '../telling.ts'
import type { ToldStrand } from './toldStrand.ts'
import { feedbackWords } from './workbookWords.ts'

/** Days after the first contact at which somebody measures again. */
const AGAIN = 35

/** How the adults fared before the first contact and after it, and what they said of the help, or did not say. */
export function tellSaid(
  teller: Teller,
  telling: Telling,
  strands: readonly ToldStrand[],
  openedOn: Temporal.PlainDate,
): void {
  const { chronicle, dice, today } = teller
  for (const strand of strands) tellMeasures(teller, strand)
  const of = { family_id: telling.family.id, team_id: telling.team.id, author_id: telling.lead.id }
  for (const [occasion, days] of [
    ['plan', 12],
    ['review', 75],
  ] as const) {
    const on = openDay(openedOn.add({ days }))
    const [strand] = strands
    if (strand === undefined || !isBefore(on, today)) continue
    const outcome = dice.weighted([
      ['given', 62],
      ['not_given', 26],
      ['not_asked', 12],
    ] as const)
    const isGiven = outcome === 'given'
    chronicle.tell('family_feedback', at(on, '16:10'), {
      ...of,
      id: dice.id(),
      person_ids: [strand.personId],
      occasion,
      outcome,
      came_by: isGiven ? dice.pick(['spoken', 'paper'] as const) : null,
      score: isGiven
        ? dice.weighted([
            [2, 12],
            [3, 24],
            [4, 38],
            [5, 26],
          ])
        : null,
      words: isGiven && dice.chance(0.6) ? dice.pick(feedbackWords) : null,
      why_not: outcome === 'not_asked' ? 'The visit was cut short' : null,
      on_day: on,
    })
  }
}

function tellMeasures({ chronicle, dice, today }: Teller, { help, ...strand }: ToldStrand): void {
  const { contactOn } = strand
  if (contactOn === null || dice.chance(0.1)) return // not everybody is measured
  const { before, change } = help.scale
  const first = Math.max(1, before + dice.int(-2, 3))
  const after = Math.max(0, first + Math.round(change * (dice.next() * 1.6 - 0.3)))
  const measured = (value: number, on: Temporal.PlainDate) =>
    chronicle.tell('outcome_measure', at(on, '16:35'), {
      id: dice.id(),
      family_id: strand.familyId,
      team_id: strand.teamId,
      person_ids: [strand.personId],
      author_id: strand.worker.id,
      measure: help.measure,
      value,
      on_day: on,
      source: help.measure === 'police' ? 'Told by police' : 'Asked in the session',
    })
  measured(first, contactOn.subtract({ days: 1 }))
  const again = openDay(contactOn.add({ days: AGAIN }))
  if (isBefore(again, today)) measured(after, again)
}
