import type { Uuid } from '#platform/ids'
import { at, later } from '../../chronicle/moments.ts'
import type { Worker } from '../county.ts'
import type { Office } from '../office.ts'
import type { RolledTeam } from './establish.ts'

type Days = Readonly<Record<string, number | null>>

/** Days after the advert, as a search goes: twice in vain, then in each of its steps. */
const courses: readonly Days[] = [
  { closes_on: 21, withdrawn_on: 30 },
  { closes_on: 21, interviewed_on: 33, withdrawn_on: 41 },
  { closes_on: 28 },
  { closes_on: 21, interviewed_on: 35 },
  { closes_on: 21, interviewed_on: 32, offered_on: 34 },
  { closes_on: 14, interviewed_on: 24, offered_on: 26, accepted_on: 33 },
]

/** Searches for mental health practitioners, as far as they have come by today. */
export function tellRecruitment({ teller, establishment }: Office, teams: readonly RolledTeam[]): void {
  const { chronicle, today } = teller
  const { dice } = establishment
  const sought = teams.flatMap(({ vacant }) => vacant.get('mental_health') ?? [])
  for (const [index, place] of sought.entries()) {
    const course = courses[index % courses.length] ?? {}
    const inVain = 'withdrawn_on' in course
    const early = place.openedOn.add({ days: 7 + 3 * index })
    const advertised = inVain ? early : later(early, today.subtract({ days: 12 + 3 * index }))
    const fact = { id: dice.id(), established_post_id: place.id, advertised_on: advertised }
    const changes = Object.entries(course).map(([step, days]) => {
      const day = advertised.add({ days: days ?? 0 })
      const remark =
        step === 'withdrawn_on'
          ? { remark: 'Nobody who applied had worked with parents of young children' }
          : {}
      return [at(day, '14:00'), { [step]: day, ...remark }] as const
    })
    if (Temporal.PlainDate.compare(advertised, today) < 0)
      chronicle.tell('recruitment', at(advertised, '10:00'), fact, ...changes)
  }
}

/** The search that brought somebody: told once they have come. */
export function tellFoundBy(
  { teller, establishment }: Office,
  place: { readonly id: Uuid },
  startedOn: Temporal.PlainDate,
): void {
  const day = (before: number) => startedOn.subtract({ days: before })
  const tell = (step: string, before: number) => [at(day(before), '14:00'), { [step]: day(before) }] as const
  teller.chronicle.tell(
    'recruitment',
    at(day(88), '10:00'),
    { id: establishment.dice.id(), established_post_id: place.id, advertised_on: day(88) },
    tell('closes_on', 67),
    tell('interviewed_on', 55),
    tell('offered_on', 52),
    tell('accepted_on', 47),
    tell('starts_on', 0),
  )
}

/** The programme of whoever is early in their career. */
export function tellEarlyCareer({ teller, establishment }: Office, learner: Worker | undefined): void {
  if (learner === undefined) return
  const { chronicle } = teller
  chronicle.tell('early_career', at(learner.startedOn, '09:30'), {
    id: establishment.dice.id(),
    worker_id: learner.id,
    programme: 'Assessed and supported year in employment',
    year: 1,
    started_on: learner.startedOn,
    expected_end: learner.startedOn.add({ years: 1 }),
    protected_hours: 3.7,
    caseload_share: 0.9,
  })
}
