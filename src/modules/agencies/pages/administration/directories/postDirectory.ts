import { type Post, posts } from '../../../queries/posts.ts'
import { roleWords } from '../../../queries/roleWords.ts'
import { choices, dateValue } from './choices.ts'
import type { Directory, DirectoryProblem, DirectoryValues } from './directory.ts'

/** Posts: who does what, where, for how much of a week. */
export const postDirectory: Directory = {
  slug: 'posts',
  table: 'post',
  title: 'Posts',
  one: 'post',
  doc: 'A post makes somebody a member of a team, its manager, or the leader of a service area. Past ones stay here.',
  columns: ['Worker', 'Role', 'Team or service area', 'FTE', 'Holds cases', 'From', 'To'],
  fields: [
    { name: 'worker_id', label: 'Worker', kind: 'select', isRequired: true, options: choices.workers },
    { name: 'role', label: 'Role', kind: 'select', isRequired: true, options: choices.roles },
    { name: 'team_id', label: 'Team', kind: 'select', options: choices.teams },
    {
      name: 'service_area_id',
      label: 'Service area',
      hint: 'Of a service leader',
      kind: 'select',
      options: choices.areas,
    },
    {
      name: 'fte',
      label: 'Full-time equivalent',
      hint: '1 is full time, 0.5 half',
      kind: 'number',
      isRequired: true,
    },
    { name: 'holds_cases', label: 'Holds cases: counts for children per FTE', kind: 'yes_no' },
    { name: 'started_on', label: 'First day', kind: 'date', isRequired: true },
    { name: 'ended_on', label: 'Last day', kind: 'date' },
  ],
  rows: async work => (await posts(work, { past: true })).map(asRow),
  check: async (_work, values) => problemsOf(values),
}

function asRow(post: Post) {
  return {
    id: post.id,
    cells: [
      post.workerName,
      roleWords[post.role],
      post.teamName ?? post.areaName ?? '',
      String(post.fte),
      post.holdsCases ? 'yes' : 'no',
      dateValue(post.startedOn),
      dateValue(post.endedOn),
    ],
    values: {
      worker_id: post.workerId,
      role: post.role,
      team_id: post.teamId ?? '',
      service_area_id: post.areaId ?? '',
      fte: String(post.fte),
      holds_cases: post.holdsCases ? 'yes' : '',
      started_on: dateValue(post.startedOn),
      ended_on: dateValue(post.endedOn),
    },
  }
}

const withoutTeam = new Set([
  'service_leader',
  'director',
  'data_quality_officer',
  'administrator',
  'out_of_hours',
])

function problemsOf(values: DirectoryValues): readonly DirectoryProblem[] {
  const {
    role = '',
    team_id: team,
    service_area_id: area,
    fte,
    started_on: from = '',
    ended_on: to = '',
  } = values
  const problems: DirectoryProblem[] = []
  if (role === 'service_leader' && area === '')
    problems.push({ field: 'service_area_id', message: 'Select the service area that they lead' })
  if (!withoutTeam.has(role) && team === '') problems.push({ field: 'team_id', message: 'Select the team' })
  if (!(Number(fte) > 0 && Number(fte) <= 1))
    problems.push({ field: 'fte', message: 'Full-time equivalent must be above 0 and at most 1' })
  if (to !== '' && to < from)
    problems.push({ field: 'ended_on', message: 'Last day must be on or after the first day' })
  return problems
}
