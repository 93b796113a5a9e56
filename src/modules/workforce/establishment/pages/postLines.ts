import { formatDate } from '#ui'
import { type Cell, linkTo } from '../../frame/index.ts'
import { disciplineWords } from '../rules/disciplines.ts'
import { isDuring } from '../rules/vacancy.ts'
import type { Listed } from './postsAsked.ts'

const holdersOn = ({ place }: Listed, on: Temporal.PlainDate) =>
  place.holders.filter(one => isDuring(one, on))

export function cells(listed: Listed, on: Temporal.PlainDate): readonly Cell[] {
  const { place, standing, effect } = listed
  const vacant = standing.vacantSince
    ? `${standing.vacant} FTE for ${standing.daysVacant} days, since ${formatDate(standing.vacantSince)}`
    : standing.above > 0
      ? `Filled ${standing.above} FTE above it`
      : 'No'
  return [
    linkTo(`/workforce/posts/${place.id}`, place.title),
    place.teamName,
    disciplineWords[place.discipline],
    place.professionType ?? '',
    String(place.fte),
    holdersOn(listed, on)
      .map(one => one.workerName)
      .join(', ') || 'Nobody',
    vacant,
    effect ?? '',
  ]
}

export const csvHead = [
  'Post',
  'Team',
  'Service area',
  'Discipline',
  'Profession',
  'Funding',
  'FTE',
  'Filled FTE',
  'Vacant FTE',
  'Vacant since',
  'Days vacant',
  'In post',
  'Effect',
  'Opened',
  'Closed',
]

export const csvLine = (listed: Listed, on: Temporal.PlainDate): readonly unknown[] => {
  const { place, standing, effect } = listed
  return [
    place.title,
    place.teamName,
    place.areaName,
    disciplineWords[place.discipline],
    place.professionType,
    place.streamName,
    place.fte,
    standing.filled,
    standing.vacant,
    standing.vacantSince,
    standing.daysVacant,
    holdersOn(listed, on)
      .map(one => one.workerName)
      .join('; '),
    effect,
    place.openedOn,
    place.closedOn,
  ]
}
