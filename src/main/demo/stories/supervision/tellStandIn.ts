import { addWorkingDays } from '#reference'
import { at } from '../../chronicle/moments.ts'
import type { County, Team } from '../../county/county.ts'
import type { Teller } from '../../teller.ts'

/** A worker of the team is on leave: Meera Rathorewal covers for them this week and next. */
export function tellStandIn({ chronicle, dice, today }: Teller, county: County, team: Team): void {
  const standIn = county.personas.get('newlyQualified')
  const personas = new Set([...county.personas.values()].map(({ id }) => id))
  const holder = team.workers.find(({ id, leftOn }) => leftOn === null && !personas.has(id))
  if (standIn === undefined || holder === undefined) return
  chronicle.tell('post', at(addWorkingDays(today, -4), '11:30'), {
    id: dice.id(),
    worker_id: standIn.id,
    team_id: team.id,
    service_area_id: null,
    role: 'social_worker',
    fte: 0,
    holds_cases: false,
    employment: 'permanent',
    started_on: addWorkingDays(today, -2),
    ended_on: addWorkingDays(today, 7),
    covers_post_id: holder.post.id,
  })
}
