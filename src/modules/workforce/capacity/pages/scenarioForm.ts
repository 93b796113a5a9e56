import type { Work } from '#platform/db'
import { parseUuid } from '#platform/ids'
import { formatDate, html } from '#ui'
import {
  keeping,
  mayKeep,
  type Opened,
  type Problem,
  type RowForm,
  type Values,
} from '../../row-form/index.ts'
import { readBasis, readScenarios, type Scenario } from '../queries/readScenarios.ts'

const back = '/workforce/capacity'
const splitNames = ['split_1', 'split_2', 'split_3'] as const

const fields: RowForm['fields'] = [
  { name: 'name', label: 'Name of the scenario', kind: 'text', isRequired: true },
  {
    name: 'workers',
    label: 'FTE of case-holders to add',
    hint: 'For example 8, or 7.5. 0 for none.',
    kind: 'number',
    isRequired: true,
  },
  { name: 'worker_cost', label: 'Cost of one of them a year, in pounds', kind: 'number', isRequired: true },
  { name: 'leaders', label: 'Service leaders to add', hint: '0 for none.', kind: 'number', isRequired: true },
  { name: 'leader_cost', label: 'Cost of one of them a year, in pounds', kind: 'number', isRequired: true },
  { name: 'other_cost', label: 'Other costs a year, in pounds', kind: 'number' },
  ...splitNames.map((name, index) => ({
    name,
    label: `Team to split in two${index === 0 ? '' : `, ${index + 1}`}`,
    kind: 'select' as const,
  })),
]

const numberOf = (values: Values, name: string): number => Number(values[name] || 0)

/** Numbers that no scenario has: below zero, or more people than any authority adds at once. */
function check(_: Work, values: Values): readonly Problem[] {
  const limits = [
    ['workers', 500],
    ['leaders', 50],
    ['worker_cost', 1_000_000],
    ['leader_cost', 1_000_000],
    ['other_cost', 1_000_000_000],
  ] as const
  const labels = new Map(fields.map(({ name, label }) => [name, label]))
  const wrong: Problem[] = limits.flatMap(([name, most]) => {
    const number = numberOf(values, name)
    return number < 0 || number > most
      ? [
          {
            field: name,
            message: `${labels.get(name)} must be between 0 and ${most.toLocaleString('en-GB')}`,
          },
        ]
      : []
  })
  if (!Number.isInteger(numberOf(values, 'leaders')))
    wrong.push({ field: 'leaders', message: 'Service leaders to add must be a whole number' })
  const chosen = splitNames.map(name => values[name] ?? '').filter(id => id !== '')
  if (new Set(chosen).size < chosen.length)
    wrong.push({ field: 'split_1', message: 'Select each team to split once' })
  return wrong
}

const columns = (values: Values) => ({
  name: values['name'] ?? '',
  chosen: JSON.stringify({
    workers: numberOf(values, 'workers'),
    leaders: numberOf(values, 'leaders'),
    workerCost: numberOf(values, 'worker_cost'),
    leaderCost: numberOf(values, 'leader_cost'),
    otherCost: numberOf(values, 'other_cost'),
    splits: splitNames.map(name => values[name] ?? '').filter(id => id !== ''),
  }),
})

async function open(work: Work, scenario: Scenario | null): Promise<Opened | null> {
  if (!(await mayKeep(work))) return null
  const basis = scenario?.basis ?? (await readBasis(work))
  const chosen = scenario?.chosen
  const text = (number: number | undefined): string => (number === undefined ? '' : String(number))
  const teams = basis.teams
    .map(({ id, name }) => ({ value: id, text: name }))
    .toSorted((one, other) => one.text.localeCompare(other.text))
  return {
    id: scenario?.id ?? null,
    title: scenario === null ? 'Add a capacity scenario' : 'Change a capacity scenario',
    back: scenario === null ? back : `${back}/${scenario.id}`,
    lead: html`<p class="govuk-body">It begins with the children and posts of ${formatDate(scenario?.basisOn ?? work.today)} and keeps these numbers. Each added post goes to the team that is most pressed when its turn comes.</p>`,
    ...(scenario === null
      ? { fixed: { basis: JSON.stringify(basis), basis_on: work.today.toString() } }
      : {}),
    options: Object.fromEntries(splitNames.map(name => [name, teams])),
    values: {
      name: scenario?.name ?? '',
      workers: text(chosen?.workers),
      leaders: text(chosen?.leaders),
      worker_cost: text(chosen?.workerCost),
      leader_cost: text(chosen?.leaderCost),
      other_cost: chosen?.otherCost ? text(chosen.otherCost) : '',
      ...Object.fromEntries(splitNames.map((name, index) => [name, chosen?.splits[index] ?? ''])),
    },
  }
}

const common = {
  table: 'capacity_scenario',
  admits: keeping,
  purpose: 'administration',
  current: '/workforce',
  fields,
  saved: 'The scenario is saved',
  check,
  columnsOf: columns,
} as const

/** The forms of a scenario: a new one, and one that is kept. */
export const scenarioForms: readonly RowForm[] = [
  { ...common, url: `${back}/new`, summary: 'Add a capacity scenario', open: work => open(work, null) },
  {
    ...common,
    url: `${back}/:scenarioId/change`,
    summary: 'Change what a capacity scenario adds',
    async open(work, { scenarioId = '' }) {
      const id = parseUuid(scenarioId)
      const [scenario] = id === null ? [] : await readScenarios(work, id)
      return scenario === undefined ? null : await open(work, scenario)
    },
  },
]
