import { caseloadsOn, teams } from '#modules/agencies'
import type { Work } from '#platform/db'
import { parseUuid } from '#platform/ids'
import { choicesOf } from '../../frame/index.ts'
import { keeping, mayKeep, type Opened, type RowForm, type Values } from '../../row-form/index.ts'
import { readSplits, type Split } from '../queries/readSplits.ts'
import { splitStatus } from './splitTable.ts'

const fields: RowForm['fields'] = [
  { name: 'team_id', label: 'Team to split', kind: 'select', isRequired: true },
  { name: 'into_name', label: 'Name of the new team', kind: 'text', isRequired: true },
  {
    name: 'into_team_id',
    label: 'The new team, once it is in the directory',
    hint: 'An administrator adds teams.',
    kind: 'select',
  },
  { name: 'planned_on', label: 'Planned for', kind: 'date', isRequired: true },
  { name: 'status', label: 'State', kind: 'select', isRequired: true },
  { name: 'remark', label: 'Remark', kind: 'long' },
]

async function open(work: Work, split: Split | null): Promise<Opened | null> {
  if (!(await mayKeep(work))) return null
  const all = (await teams(work)).map(({ id, name }) => ({ value: id, text: name }))
  return {
    id: split?.id ?? null,
    title: split === null ? 'Plan the split of a team' : 'Change the split of a team',
    back: split === null ? '/workforce/capacity' : `/workforce/splits/${split.id}`,
    options: { team_id: all, into_team_id: all, status: choicesOf(splitStatus) },
    values: {
      team_id: split?.teamId ?? '',
      into_name: split?.intoName ?? '',
      into_team_id: split?.intoTeamId ?? '',
      planned_on: split?.plannedOn.toString() ?? '',
      status: split?.status ?? 'planned',
      remark: split?.remark ?? '',
    },
  }
}

async function check(work: Work, values: Values, opened: Opened) {
  const { team_id: from = '', into_team_id: into = '', status = '' } = values
  if (from !== '' && from === into)
    return [{ field: 'into_team_id', message: 'Select another team than the one that is split' }]
  if (status !== 'carried_out') return []
  if (into === '')
    return [{ field: 'into_team_id', message: 'Select the new team before the split is carried out' }]
  const [split] = opened.id === null ? [] : await readSplits(work, opened.id)
  const left = await leftBehind(work, split)
  return left === 0
    ? []
    : [
        {
          field: 'status',
          message: `Move the children first: ${left} of the workers who go are still with the old team`,
        },
      ]
}

/** Children of the workers who go that still stand with the old team, also those whom the reader may not see. */
async function leftBehind(work: Work, split: Split | undefined): Promise<number> {
  if (split === undefined || split.workers.length === 0) return 0
  const rows = await caseloadsOn(
    work,
    [work.today],
    split.workers.map(({ id }) => id),
  )
  return rows.filter(({ teamId }) => teamId === split.teamId).reduce((sum, { led }) => sum + led, 0)
}

const common = {
  table: 'team_split',
  admits: keeping,
  purpose: 'administration',
  current: '/workforce',
  fields,
  saved: 'The split is saved',
  check,
} as const

export const splitForms: readonly RowForm[] = [
  {
    ...common,
    url: '/workforce/splits/new',
    summary: 'Plan the split of a team',
    open: work => open(work, null),
  },
  {
    ...common,
    url: '/workforce/splits/:splitId/change',
    summary: 'Change the planned split of a team',
    async open(work, { splitId = '' }) {
      const id = parseUuid(splitId)
      const [split] = id === null ? [] : await readSplits(work, id)
      return split === undefined ? null : await open(work, split)
    },
  },
]
