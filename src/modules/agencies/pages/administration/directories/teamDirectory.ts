import { plural } from '#ui'
import { isTaken } from '../../../commands/saveDirectoryRow.ts'
import { childrenWithTeam } from '../../../queries/childrenWithTeam.ts'
import { teams } from '../../../queries/teams.ts'
import { choices, dateValue, fixed } from './choices.ts'
import type { Directory, DirectoryProblem } from './directory.ts'

const kinds = {
  front_door: 'Front door',
  duty: 'Duty',
  family_safeguarding: 'Family Safeguarding',
  children_in_care: 'Children in care',
  conference_service: 'Conference service',
  family_help: 'Family Help',
  health: 'Health',
  education: 'Education',
  administration: 'Administration',
  other: 'Other',
}

/** Teams, where they belong and how to reach them. */
export const teamDirectory: Directory = {
  slug: 'teams',
  table: 'team',
  title: 'Teams',
  one: 'team',
  doc: 'A child is held by a team. Its managers see the child, and so does the leader of its service area.',
  columns: ['Name', 'Kind', 'Service area', 'Organisation', 'Telephone', 'Ended'],
  fields: [
    { name: 'name', label: 'Name', kind: 'text', isRequired: true },
    { name: 'kind', label: 'Kind', kind: 'select', isRequired: true, options: fixed(kinds) },
    { name: 'service_area_id', label: 'Service area', kind: 'select', options: choices.areas },
    { name: 'organisation_id', label: 'Organisation', kind: 'select', options: choices.organisations },
    { name: 'telephone', label: 'Telephone', kind: 'text' },
    { name: 'ended_on', label: 'Last day', kind: 'date' },
  ],
  rows: async work =>
    (await teams(work, { ended: true })).map(team => ({
      id: team.id,
      cells: [
        team.name,
        kinds[team.kind],
        team.areaName ?? '',
        team.organisationName ?? '',
        team.telephone ?? '',
        dateValue(team.endedOn),
      ],
      values: {
        name: team.name,
        kind: team.kind,
        service_area_id: team.areaId ?? '',
        organisation_id: team.organisationId ?? '',
        telephone: team.telephone ?? '',
        ended_on: dateValue(team.endedOn),
      },
    })),
  check: async (work, { name = '', ended_on: ended = '' }, id) => [
    ...((await isTaken(work, 'team', { name }, id))
      ? [{ field: 'name', message: 'Another team has this name. Enter a name that tells them apart' }]
      : []),
    ...(ended === '' || id === null ? [] : againstClosing(await childrenWithTeam(work, id))),
  ],
}

/** A team does not close while children are with it; the database refuses too. @param count null when none are */
function againstClosing(count: number | null): readonly DirectoryProblem[] {
  if (count === null) return []
  const who = count === 0 ? 'Work' : plural(count, 'child', 'children')
  return [
    {
      field: 'ended_on',
      message: `${who} ${count > 1 ? 'are' : 'is'} still with this team. Its managers hand over first, from the team’s queue; then give its last day`,
    },
  ]
}
