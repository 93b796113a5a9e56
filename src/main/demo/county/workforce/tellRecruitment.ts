import { at } from '../../chronicle/moments.ts'
import type { Worker } from '../county.ts'
import type { Office } from '../office.ts'
import type { RolledTeam } from './newTeams.ts'

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
    const advertised = place.openedOn.add({ days: 7 + 3 * index })
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
