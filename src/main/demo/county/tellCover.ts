import { addWorkingDays } from '#reference'
import { at } from '../chronicle/moments.ts'
import type { Teller } from '../teller.ts'
import type { County, Worker } from './county.ts'

type Days = { readonly arranged: number; readonly first: number; readonly last: number }

/** One manager is away, and another will be: who stands in holds a post of their own for those working days from today. */
export function tellCover(teller: Teller, county: County): void {
  const own = { ...teller, dice: teller.dice.fork('cover') } // nobody else’s chances change
  const leader = county.personas.get('serviceLeader')
  const [first, second] = county.safeguarding
  if (!leader || !first || !second) return
  tell(own, {
    holder: county.familyHelp.manager,
    standIn: leader,
    days: { arranged: -9, first: -3, last: 6 },
  })
  tell(own, { holder: first.manager, standIn: second.manager, days: { arranged: -2, first: 8, last: 12 } })
}

type Cover = { readonly holder: Worker; readonly standIn: Worker; readonly days: Days }

function tell({ chronicle, dice, today }: Teller, { holder, standIn, days }: Cover): void {
  const day = (workingDays: number) => addWorkingDays(today, workingDays)
  chronicle.tell('post', at(day(days.arranged), '16:05'), {
    id: dice.id(),
    worker_id: standIn.id,
    team_id: holder.post.teamId,
    service_area_id: null,
    role: 'team_manager',
    fte: 0,
    holds_cases: false,
    employment: 'permanent',
    started_on: day(days.first),
    ended_on: day(days.last),
    covers_post_id: holder.post.id,
  })
}
