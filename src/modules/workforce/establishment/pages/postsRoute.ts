import { z } from 'zod'
import { listQuery } from '#modules/agencies'
import { remembering, type Work } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { asAtForm, button, formatDate, type Html, html, nothing, readAsAt } from '#ui'
import {
  type Cell,
  choicesOf,
  chooserForm,
  dayQuery,
  distinctChoices,
  linkTo,
  listReply,
  onIfPast,
  readers,
} from '../../frame/index.ts'
import { mayKeep } from '../../row-form/index.ts'
import { type Place, readPlaces } from '../queries/readPlaces.ts'
import { readStaff } from '../queries/readStaff.ts'
import { disciplineWords } from '../rules/disciplines.ts'
import { effectOf } from '../rules/effect.ts'
import { isDuring, isOpen, type Standing, standingOn } from '../rules/vacancy.ts'

const word = z.string().max(100).catch('').default('')
export const postsQuery = z.object({
  ...listQuery,
  ...dayQuery,
  team: word,
  area: word,
  discipline: word,
  profession: word,
  stream: word,
  state: z.enum(['vacant', 'filled', 'above']).optional().catch(undefined),
})
type Asked = z.infer<typeof postsQuery>

/** A place with how it stands on the day that is asked for. */
export type Listed = { readonly place: Place; readonly standing: Standing; readonly effect: string | null }

const stateWords = { vacant: 'Vacant, whole or part', filled: 'Filled', above: 'Filled above its FTE' }

/** Places open on the day, with how they stand: the longest vacant first. */
export async function listedPlaces(work: Work, on: Temporal.PlainDate): Promise<readonly Listed[]> {
  const staff = (await readStaff(work)).filter(one => isDuring(one, on))
  const places = (await readPlaces(work)).filter(place => isOpen(place, on))
  return places
    .map(place => {
      const standing = standingOn(place, on)
      return { place, standing, effect: effectOf(place, standing, staff) }
    })
    .toSorted((one, other) => other.standing.daysVacant - one.standing.daysVacant)
}

function isAsked({ place, standing }: Listed, asked: Asked): boolean {
  return (
    (asked.team === '' || place.teamId === asked.team) &&
    (asked.area === '' || place.areaId === asked.area) &&
    (asked.discipline === '' || place.discipline === asked.discipline) &&
    (asked.profession === '' || place.professionType === asked.profession) &&
    (asked.stream === '' || place.streamId === asked.stream) &&
    (asked.state === undefined ||
      (asked.state === 'vacant' && standing.vacant > 0) ||
      (asked.state === 'filled' && standing.filled > 0) ||
      (asked.state === 'above' && standing.above > 0))
  )
}

const holdersOn = ({ place }: Listed, on: Temporal.PlainDate) =>
  place.holders.filter(one => isDuring(one, on))

function cells(listed: Listed, on: Temporal.PlainDate): readonly Cell[] {
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

function choosers(all: readonly Listed[], asked: Asked, kept: string | null): Html {
  const places = all.map(({ place }) => place)
  return chooserForm(
    '/workforce/posts',
    [
      {
        name: 'area',
        label: 'Service area',
        all: 'Every area',
        choices: distinctChoices(places, place => [place.areaId, place.areaName]),
        value: asked.area,
      },
      {
        name: 'team',
        label: 'Team',
        all: 'Every team',
        choices: distinctChoices(places, place => [place.teamId, place.teamName]),
        value: asked.team,
      },
      {
        name: 'discipline',
        label: 'Discipline',
        all: 'Every discipline',
        choices: choicesOf(disciplineWords),
        value: asked.discipline,
      },
      {
        name: 'profession',
        label: 'Profession',
        all: 'Every profession',
        choices: distinctChoices(places, place => [place.professionType, place.professionType]),
        value: asked.profession,
      },
      {
        name: 'state',
        label: 'Filled or vacant',
        all: 'Either',
        choices: choicesOf(stateWords),
        value: asked.state ?? '',
      },
    ],
    { on: kept, ...(asked.stream === '' ? {} : { stream: asked.stream }) },
  )
}

/** `/workforce/posts`: every place of the establishment, who fills it, and since when nobody does. */
export const postsRoute = route({
  ...readers,
  method: 'GET',
  url: '/workforce/posts',
  query: postsQuery,
  summary:
    'Posts of the establishment on a day: filled or vacant, days vacant and what that means for the team',
  async handle({ work: given, query: asked, path }): Promise<Reply> {
    const work = remembering(given)
    const asAt = readAsAt(asked, work.today)
    const { day } = asAt
    const all = await listedPlaces(work, day)
    const kept = onIfPast(day, work.today)
    const others = {
      area: asked.area,
      team: asked.team,
      discipline: asked.discipline,
      profession: asked.profession,
    }
    return listReply(work, asked, path, {
      tab: '/workforce/posts',
      title: 'Posts and vacancies',
      fileName: 'posts.csv',
      what: 'posts',
      rows: all.filter(listed => isAsked(listed, asked)),
      head: ['Post', 'Team', 'Discipline', 'Profession', 'FTE', 'In post', 'Vacant', 'What that means'],
      cells: listed => cells(listed, day),
      csvHead: [
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
      ],
      csv: listed => csvLine(listed, day),
      before: html`<p class="govuk-body">A post is a place in a team that is to be filled. It is vacant as far as the full-time equivalent (FTE) of those who fill it does not reach its own; the first day on which somebody is missing counts as one.</p>
${(await mayKeep(work)) ? button({ text: 'Open a post', href: '/workforce/posts/new' }) : nothing}
${asAtForm({ action: '/workforce/posts', asAt, today: work.today, others: { ...others, state: asked.state } })}
${choosers(all, asked, kept)}`,
      empty: 'No post of the establishment is like this on that day.',
      hasErrors: asAt.problem !== null,
    })
  },
})

const csvLine = (listed: Listed, on: Temporal.PlainDate): readonly unknown[] => {
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
