import { isBefore } from '../../chronicle/moments.ts'
import { areas } from '../../words/places.ts'
import type { County, LaterTeam } from '../county.ts'
import type { Office } from '../office.ts'
import { rolloutCalendar, waveOf } from './calendar.ts'
import type { RolledTeam } from './establish.ts'
import { makeNewTeams } from './newTeams.ts'
import { tellCapacity } from './tellCapacity.ts'
import { tellEarlyCareer, tellRecruitment } from './tellRecruitment.ts'
import { tellGrant, tellRollout } from './tellRollout.ts'
import { tellSplits } from './tellSplits.ts'

/**
 * The roll-out of twenty-two teams with its posts, grant and searches, told with dice and numbers of its own.
 * @returns the teams of its later waves that have started with a manager and social workers
 */
export function tellWorkforce(office: Office, county: County): readonly LaterTeam[] {
  const own = apart(office)
  tellGrant(own)
  const made = county.safeguarding.length < 22 ? newTeams(own, county) : []
  const first = county.safeguarding.map(({ id, name, areaIndex }) => ({
    id,
    areaIndex: areaIndex ?? 0,
    number: Number(name.split(' ').at(-1)),
  }))
  tellRollout(own, [...first, ...made])
  tellRecruitment(own, made)
  tellEarlyCareer(own, county.personas.get('newlyQualified'))
  tellCapacity(own, county)
  tellSplits(own, county, made)
  return startedTeams(own, made)
}

function newTeams(office: Office, county: County): readonly RolledTeam[] {
  const { today } = office.teller
  const now = county.safeguarding
    .flatMap(({ workers }) => workers)
    .filter(({ leftOn }) => leftOn === null || isBefore(today, leftOn)).length
  const specialists = areas.map((_, index) => {
    const team = county.safeguarding.find(({ areaIndex }) => areaIndex === index)
    return [...((team && county.practitioners.get(team.id)) ?? [])]
  })
  return makeNewTeams(office, now, specialists)
}

/** In the order in which the roll-out starts the teams of each wave. */
function startedTeams(office: Office, made: readonly RolledTeam[]): readonly LaterTeam[] {
  const calendar = rolloutCalendar(office.teller.today)
  return calendar.waves.flatMap(wave =>
    made
      .filter(({ areaIndex, number }) => waveOf(areaIndex, number) === wave.number)
      .flatMap(({ manager, workers, ...team }, place) => {
        const startedOn = calendar.startOf(wave.number, place)
        if (!manager || !startedOn || workers.length === 0) return []
        const name = `${areas[team.areaIndex]?.name} ${team.number}`
        return [{ ...team, name, workers, manager, startedOn }]
      }),
  )
}

/** Nobody else's chances and telephone numbers change by what is told here. */
function apart(office: Office): Office {
  let count = 0
  const telephone = () => {
    count += 3
    return `01632 960${String(count % 1000).padStart(3, '0')}`
  }
  const { teller, establishment } = office
  return {
    ...office,
    teller: { ...teller, dice: establishment.dice, numbers: { ...teller.numbers, telephone } },
  }
}
