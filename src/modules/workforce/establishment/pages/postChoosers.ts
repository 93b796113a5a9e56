import type { Html } from '#ui'
import { choicesOf, chooserForm, distinctChoices } from '../../frame/index.ts'
import { disciplineWords } from '../rules/disciplines.ts'
import { type Listed, type PostsAsked, stateWords } from './postsAsked.ts'

/** The form that narrows the list of posts. @param kept the day, when it is not today */
export function postChoosers(all: readonly Listed[], asked: PostsAsked, kept: string | null): Html {
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
