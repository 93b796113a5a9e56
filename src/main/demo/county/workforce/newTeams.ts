import type { Uuid } from '#platform/ids'
import { areas } from '../../words/places.ts'
import type { Worker } from '../county.ts'
import { hire, type Office, tellTeam } from '../office.ts'
import { agreedOn, rolloutCalendar, waveOf } from './calendar.ts'
import { type Establish, establishIn, mentalHealthTypes, type RolledTeam } from './establish.ts'
import { tellFoundBy } from './tellRecruitment.ts'
import { isSplitInto } from './tellSplits.ts'

/** Social workers who have started in all teams of the roll-out of a small county. */
const SOCIAL_WORKERS = 40

/** How many teams each area has once all waves have started: twenty-two. */
export const teamsPlanned = (areaIndex: number): number => (areaIndex < 2 ? 5 : 4)

/** The teams of the second and third wave in a small county, whose children are still with the first. */
export function makeNewTeams(
  office: Office,
  socialWorkersNow: number,
  shared: readonly Worker[][],
): readonly RolledTeam[] {
  const teams = areas.flatMap((_, areaIndex) =>
    Array.from({ length: teamsPlanned(areaIndex) - 1 }, (_unused, index) =>
      newTeam(office, areaIndex, index + 2),
    ),
  )
  const inOrder = teams.toSorted(
    (one, other) => waveOf(one.areaIndex, one.number) - waveOf(other.areaIndex, other.number),
  )
  share(office, teams, shared)
  const second = inOrder.filter(team => waveOf(team.areaIndex, team.number) === 2)
  const places = [...second, ...second, ...second, ...inOrder.slice(second.length), ...inOrder, ...inOrder]
  for (const [index, team] of places.slice(0, Math.max(0, SOCIAL_WORKERS - socialWorkersNow)).entries())
    hireSocialWorker(office, team, index)
  return teams
}

function newTeam(office: Office, areaIndex: number, number: number): RolledTeam {
  const id = tellTeam(office, `${areas[areaIndex]?.name} ${number}`, 'family_safeguarding', {
    areaId: office.areaIds[areaIndex] as Uuid, // of the same list of areas
  })
  const establish = establishIn(office, { id, areaIndex, number })
  const manager = establish({ title: 'Team manager', discipline: 'management' })
  const vacant = placesOf(establish, areaIndex * 5 + number)
  const leads = isSplitInto(areaIndex, number)
    ? null
    : hire(office, { role: 'team_manager', teamId: id, startedOn: manager.openedOn, place: manager })
  return { id, areaIndex, number, vacant, manager: leads, workers: [] }
}

/** What a team has that nobody fills yet. */
function placesOf(establish: Establish, seed: number): RolledTeam['vacant'] {
  const many = (count: number, wanted: Parameters<Establish>[0]) =>
    Array.from({ length: count }, () => establish(wanted))
  return new Map([
    [
      'social_work',
      many(4, { title: 'Social worker', discipline: 'social_work', profession: 'Social worker' }),
    ],
    [
      'mental_health',
      many(1, {
        title: 'Adult mental health practitioner',
        discipline: 'mental_health',
        profession: mentalHealthTypes[seed % mentalHealthTypes.length] as string,
        isGranted: true,
      }),
    ],
    [
      'substance_misuse',
      many(1, {
        title: 'Substance misuse practitioner',
        discipline: 'substance_misuse',
        profession: 'Recovery worker',
        fte: 0.4,
        isGranted: true,
      }),
    ],
    [
      'domestic_abuse',
      many(1, {
        title: 'Domestic abuse practitioner',
        discipline: 'domestic_abuse',
        profession: 'Probation officer',
        fte: 0.5,
        isGranted: true,
      }),
    ],
  ])
}

/** Specialists of the first wave's team work in the second team of their area for the rest of their week. */
function share(office: Office, teams: readonly RolledTeam[], shared: readonly Worker[][]): void {
  for (const team of teams.filter(({ number }) => number === 2))
    for (const [discipline, worker, fte] of [
      ['substance_misuse', shared[team.areaIndex]?.[1], 0.4],
      ['domestic_abuse', shared[team.areaIndex]?.[3], 0.5],
    ] as const) {
      const place = team.vacant.get(discipline)?.pop()
      if (!place || !worker) continue
      const { chronicle } = office.teller
      chronicle.tell(
        'post',
        place.openedOn.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:20' }).toInstant(),
        {
          id: office.establishment.dice.id(),
          worker_id: worker.id,
          team_id: team.id,
          role: `${discipline}_practitioner`,
          fte,
          holds_cases: false,
          employment: 'seconded',
          established_post_id: place.id,
          started_on: place.openedOn,
        },
      )
    }
}

function hireSocialWorker(office: Office, team: RolledTeam, index: number): void {
  const place = team.vacant.get('social_work')?.pop()
  const wave = rolloutCalendar(office.teller.today).waves[waveOf(team.areaIndex, team.number) - 1]
  if (!place || !wave) return
  const startedOn = agreedOn(wave.plannedOn, office.teller.today)
  if (index % 3 === 0) tellFoundBy(office, place, startedOn)
  const worker = hire(office, {
    role: index % 5 === 0 ? 'senior_social_worker' : 'social_worker',
    teamId: team.id,
    capacity: 15,
    startedOn,
    place,
    ...(index % 9 === 4 && { employment: 'agency' as const }),
  })
  team.workers.push(worker)
}
