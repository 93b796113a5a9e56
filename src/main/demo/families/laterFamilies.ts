import { isWorkingDay } from '#reference'
import { at, later } from '../chronicle/moments.ts'
import type { County, LaterTeam } from '../county/county.ts'
import { planCourse, throwLengths } from '../practice/planCourse.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Teller } from '../teller.ts'
import { ageOn } from './family.ts'
import { makeFamily } from './makeFamily.ts'

/** Children of a county for whose teams of later waves all their families are told; of fewer, fewer. */
const WHOLE = 200
const FAMILIES_PER_WORKER = 2
const FEWEST = 4
/** A team that has only just started was given nobody yet. */
const FIRST_DAYS = 7

type Told = { readonly open: number; readonly people: number }

/** Tells of the families that teams of later waves took on since they started, with few calls between the visits. */
export function tellLaterFamilies(teller: Teller, county: County, children: number): Told {
  const own = { ...teller, dice: teller.dice.fork('later teams') } // nobody else’s chances change
  const told = county.laterTeams.flatMap(team => {
    const most = Math.max(FEWEST, FAMILIES_PER_WORKER * team.workers.length)
    const count = Math.floor(most * Math.min(1, children / WHOLE))
    return Array.from({ length: count }, (_, index) => tellFamily(own, county, team, index))
  })
  return {
    open: told.reduce((sum, { open }) => sum + open, 0),
    people: told.reduce((sum, { people }) => sum + people, 0),
  }
}

function tellFamily(teller: Teller, county: County, team: LaterTeam, index: number): Told {
  const { dice, today } = teller
  const lead = team.workers[index % team.workers.length]
  const there = lead ? daysSince(later(lead.startedOn, team.startedOn), today) : 0
  if (!lead || there < FIRST_DAYS) return { open: 0, people: 0 }
  const hasPlan = there > 120 && index % 3 > 0
  const lengths = throwLengths(dice, hasPlan ? 'inNeed' : 'assessed')
  const assessment = hasPlan ? Math.min(lengths.assessment, 55) : lengths.assessment
  const ago = hasPlan ? assessment + dice.int(16, 60) : Math.min(dice.int(4, assessment - 6), there)
  const receivedOn = workingDayBy(today.subtract({ days: ago }))
  const family = makeFamily(teller, county, {
    asAt: receivedOn,
    known: at(receivedOn, '08:20'),
    ...(team.areaIndex !== null && { areaIndex: team.areaIndex }),
  })
  const young = family.children.filter(child => !child.wasUnborn && ageOn(child, today) < 18)
  const children = young.length > 0 ? young : family.children.slice(-1)
  const course = planCourse(dice, { family, children, receivedOn, lengths: { ...lengths, assessment } })
  tellEpisode(teller, county, family, course, { team, lead, busyness: 0.3 })
  return { open: children.length, people: family.children.length + family.adults.length }
}

const daysSince = (start: Temporal.PlainDate, today: Temporal.PlainDate): number =>
  start.until(today, { largestUnit: 'day' }).days - 1

function workingDayBy(day: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkingDay(day) ? day : workingDayBy(day.subtract({ days: 1 }))
}
