import { type Html, html, insetText, nothing } from '#ui'
import { choicesOf, chooserForm, distinctChoices, linkTo } from '../../frame/index.ts'
import type { InPost } from '../queries/readStaff.ts'
import { disciplineWords, employmentWords } from '../rules/disciplines.ts'
import { censusWords, type PeopleAsked } from './peopleAsked.ts'

/** The form that narrows the list of people. @param kept the day, when it is not today */
export function peopleChoosers(staff: readonly InPost[], asked: PeopleAsked, kept: string | null): Html {
  return chooserForm(
    '/workforce/people',
    [
      {
        name: 'area',
        label: 'Service area',
        all: 'Every area',
        choices: distinctChoices(staff, one => [one.areaName, one.areaName]),
        value: asked.area,
      },
      {
        name: 'team',
        label: 'Team',
        all: 'Every team',
        choices: distinctChoices(staff, one => [one.teamId, one.teamName]),
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
        name: 'employment',
        label: 'Employment',
        all: 'Any',
        choices: choicesOf(employmentWords),
        value: asked.employment,
      },
    ],
    {
      on: kept,
      rollout: asked.rollout ?? null,
      group: asked.group ?? null,
      census: asked.census ?? null,
      year: asked.year === undefined ? null : String(asked.year),
    },
  )
}

/** What of the address no chooser shows. */
export function scope(asked: PeopleAsked): Html {
  const words = [
    asked.census ? `${censusWords[asked.census]}${asked.year ? `, ${asked.year}` : ''}.` : '',
    asked.rollout ? 'Teams of the roll-out alone.' : '',
    asked.group === 'social_workers' ? 'Social workers alone.' : '',
    asked.group === 'others'
      ? 'Mental health, substance misuse, domestic abuse and family support alone.'
      : '',
  ].filter(text => text !== '')
  if (words.length === 0) return nothing
  return insetText({
    html: html`${words.join(' ')} ${linkTo('/workforce/people', 'Show everybody in post')}`,
  })
}
