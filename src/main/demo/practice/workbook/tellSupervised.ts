import { at, isBefore, openDay } from '../../chronicle/moments.ts'
import type { Teller } from '../../teller.ts'
import type { Telling } from '../telling.ts'
import type { ToldStrand } from './toldStrand.ts'
import { contributions, decisions } from './workbookWords.ts'

const EVERY = 28
const MOST = 4

/** Group supervision month by month: what each who works with the adults said, and what was decided. */
export function tellSupervised(
  { chronicle, dice, today }: Teller,
  { family, team }: Telling,
  strands: readonly ToldStrand[],
  openedOn: Temporal.PlainDate,
): void {
  const met = strands.filter(({ contactOn }) => contactOn !== null)
  const days = Array.from({ length: MOST }, (_, place) =>
    openDay(today.subtract({ days: EVERY * (MOST - place) - dice.int(4, 24) })),
  ).filter(day => isBefore(openedOn.add({ days: 10 }), day) && isBefore(day, today))
  for (const held of days) {
    const id = dice.id()
    chronicle.tell('group_supervision', at(held, '15:00'), {
      id,
      family_id: family.id,
      held_on: held,
      facilitator_id: team.manager.id,
      next_on: held.add({ days: EVERY }),
    })
    const of = { supervision_id: id, family_id: family.id, author_id: team.manager.id, version: 1 }
    for (const { help, personId, contactOn } of met) {
      if (contactOn === null || isBefore(held, contactOn)) continue
      const said = { discipline: help.need, works_with: help.side, words: dice.pick(contributions) }
      const part = { ...of, id: dice.id(), person_ids: [personId], kind: 'contribution' as const, ...said }
      chronicle.tell('supervision_part', at(held, '15:05'), part)
    }
    const [first] = strands
    if (first === undefined) continue
    const decided = { kind: 'decision' as const, words: dice.pick(decisions) }
    const part = { ...of, id: dice.id(), person_ids: [first.personId], ...decided }
    chronicle.tell('supervision_part', at(held, '15:06'), part)
  }
}
