import type { Uuid } from '#platform/ids'
import { at } from '../../chronicle/moments.ts'
import type { County, Team, Worker } from '../county.ts'
import type { Office } from '../office.ts'
import type { RolledTeam } from './establish.ts'

/** The team of a small county that the first one's split goes into: led by the same manager until one of its own is found. */
export const isSplitInto = (areaIndex: number, number: number): boolean => areaIndex === 0 && number === 5

/** Two teams that become two: one whose new team is not there yet, one whose new team waits for its families. */
export function tellSplits(office: Office, county: County, made: readonly RolledTeam[]): void {
  const { teller } = office
  const [first, pressed] = county.safeguarding
  if (pressed)
    tellSplit(office, pressed, {
      into_name: `${pressed.name} B`,
      planned_on: teller.today.add({ days: 60 }),
      worker_ids: pressed.workers.slice(1, 2).map(({ id }) => id),
      remark: 'Waits for its manager',
    })
  const into = made.find(({ areaIndex, number }) => isSplitInto(areaIndex, number))
  const goes = first?.workers.find(
    ({ leftOn, id }) => leftOn === null && ![...county.personas.values()].some(one => one.id === id),
  )
  if (!first || !into || !goes) return
  tellSecondPost(office, into.id, first.manager, 'team_manager')
  tellSecondPost(office, into.id, goes, 'senior_social_worker')
  tellSplit(office, first, {
    into_name: 'North 5',
    into_team_id: into.id,
    planned_on: teller.today.add({ days: 14 }),
    worker_ids: [goes.id],
    remark: 'One manager leads both until another is found',
  })
}

type Said = {
  readonly into_name: string
  readonly into_team_id?: Uuid
  readonly planned_on: Temporal.PlainDate
  readonly worker_ids: Uuid[]
  readonly remark: string
}

function tellSplit({ teller, establishment }: Office, { id }: Team, said: Said): void {
  teller.chronicle.tell('team_split', at(teller.today.subtract({ days: 30 }), '14:00'), {
    id: establishment.dice.id(),
    team_id: id,
    status: 'planned',
    ...said,
  })
}

/** A day a week in the new team already, beside the post in the old one. */
function tellSecondPost(
  { teller, establishment }: Office,
  teamId: Uuid,
  worker: Worker,
  role: 'team_manager' | 'senior_social_worker',
): void {
  const startedOn = teller.today.subtract({ days: 9 })
  teller.chronicle.tell('post', at(startedOn, '09:30'), {
    id: establishment.dice.id(),
    worker_id: worker.id,
    team_id: teamId,
    role,
    fte: 0.2,
    holds_cases: false,
    employment: 'permanent',
    started_on: startedOn,
  })
}
