import { teams } from '#modules/agencies'
import type { Work } from '#platform/db'
import { formatDate } from '#ui'
import { fundingStreams } from '../../funding/queries/readFunding.ts'
import { columnsOf, keeping, mayKeep, type Problem, type RowForm, type Values } from '../../row-form/index.ts'
import { type Place, readPlaces } from '../queries/readPlaces.ts'
import { disciplineWords } from '../rules/disciplines.ts'

const asOptions = (rows: readonly { readonly id: string; readonly name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, text: name }))

const fields: RowForm['fields'] = [
  { name: 'title', label: 'Title of the post', hint: 'Never anybody’s name', kind: 'text', isRequired: true },
  { name: 'team_id', label: 'Team', kind: 'select', isRequired: true },
  { name: 'discipline', label: 'Discipline', kind: 'select', isRequired: true },
  {
    name: 'profession_type',
    label: 'Profession',
    hint: 'As the authority names it, such as psychiatric nurse. Never anybody’s name',
    kind: 'text',
  },
  {
    name: 'fte',
    label: 'Full-time equivalent',
    hint: '1 is full time, 0.5 half',
    kind: 'number',
    isRequired: true,
  },
  { name: 'funding_stream_id', label: 'Paid from', kind: 'select' },
  { name: 'opened_on', label: 'First day', kind: 'date', isRequired: true },
  { name: 'closed_on', label: 'Last day', hint: 'Leave empty while the post is to stay', kind: 'date' },
]

const valuesOf = (place: Place | null): Values => ({
  title: place?.title ?? '',
  team_id: place?.teamId ?? '',
  discipline: place?.discipline ?? '',
  profession_type: place?.professionType ?? '',
  fte: place === null ? '' : String(place.fte),
  funding_stream_id: place?.streamId ?? '',
  opened_on: place?.openedOn.toString() ?? '',
  closed_on: place?.closedOn?.toString() ?? '',
})

async function openForm(work: Work, id: string | null) {
  const place = id === null ? null : (await readPlaces(work)).find(one => one.id === id)
  if (place === undefined || !(await mayKeep(work))) return null
  return {
    id: place?.id ?? null,
    title: place === null ? 'Open a post' : 'Change or close a post',
    values: valuesOf(place),
    back: place === null ? '/workforce/posts' : `/workforce/posts/${place.id}`,
    options: {
      team_id: asOptions(await teams(work)),
      discipline: Object.entries(disciplineWords).map(([value, text]) => ({ value, text })),
      funding_stream_id: asOptions(await fundingStreams(work)),
    },
  }
}

async function check(
  work: Work,
  values: Values,
  { id }: { readonly id: string | null },
): Promise<readonly Problem[]> {
  const { fte, opened_on: from = '', closed_on: to = '' } = values
  const problems: Problem[] = []
  if (!(Number(fte) > 0 && Number(fte) <= 1))
    problems.push({
      field: 'fte',
      message: 'Full-time equivalent must be above 0 and at most 1. Open a second post for a second person',
    })
  if (to !== '' && to < from)
    problems.push({ field: 'closed_on', message: 'Last day must be on or after the first day' })
  const place = id === null ? undefined : (await readPlaces(work)).find(one => one.id === id)
  return place ? [...problems, ...againstHolders(place, values)] : problems
}

/** A post keeps its team and its days while somebody is in it. */
function againstHolders({ holders, teamId }: Place, values: Values): readonly Problem[] {
  const { closed_on: to = '', opened_on: from = '' } = values
  const problems: Problem[] = []
  const stays =
    to === '' ? undefined : holders.find(one => one.endedOn === null || one.endedOn.toString() > to)
  if (stays)
    problems.push({
      field: 'closed_on',
      message: `${stays.workerName} holds this post ${stays.endedOn ? `until ${formatDate(stays.endedOn)}` : 'with no last day'}. End that first, or choose a later day`,
    })
  if (holders.some(({ startedOn }) => startedOn.toString() < from))
    problems.push({
      field: 'opened_on',
      message: 'First day must not be after somebody was first in the post',
    })
  if (holders.length > 0 && values['team_id'] !== teamId)
    problems.push({
      field: 'team_id',
      message: 'People have been in this post in its team. Close it and open one in the other team',
    })
  return problems
}

const common = {
  table: 'established_post',
  admits: keeping,
  purpose: 'administration',
  current: '/workforce',
  saved: 'The post is saved',
  fields,
  check,
  columnsOf: (values: Values) => columnsOf(fields, values),
} as const

/** `/workforce/posts/new`. */
export const newPlaceForm: RowForm = {
  ...common,
  url: '/workforce/posts/new',
  summary: 'Open a post of the establishment',
  open: work => openForm(work, null),
}

/** `/workforce/posts/:place/change`. */
export const placeForm: RowForm = {
  ...common,
  url: '/workforce/posts/:place/change',
  summary: 'Change or close a post of the establishment',
  open: (work, { place = '' }) => openForm(work, place),
}
