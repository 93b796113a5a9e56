import { teams } from '#modules/agencies'
import type { Work } from '#platform/db'
import { keeping, mayKeep, type Problem, type RowForm, type Values } from '../../row-form/index.ts'
import { readRollout } from '../queries/readRollout.ts'

const common = {
  admits: keeping,
  purpose: 'administration',
  current: '/workforce',
} as const

/** `/workforce/roll-out/waves/:row`. */
export const waveForm: RowForm = {
  ...common,
  table: 'rollout_wave',
  url: '/workforce/roll-out/waves/:row',
  summary: 'Add or change a wave of the roll-out',
  saved: 'The wave is saved',
  fields: [
    {
      name: 'number',
      label: 'Number',
      hint: 'The order of the waves, such as 1',
      kind: 'number',
      isRequired: true,
    },
    { name: 'name', label: 'Name', kind: 'text', isRequired: true },
    { name: 'planned_on', label: 'Planned first day', kind: 'date', isRequired: true },
  ],
  async open(work, { row }) {
    const waves = await readRollout(work)
    const wave = row === 'new' ? null : waves.find(({ id }) => id === row)
    if (wave === undefined || !(await mayKeep(work))) return null
    return {
      id: wave?.id ?? null,
      title: wave === null ? 'Add a wave' : 'Change a wave',
      values: {
        number: String(wave?.number ?? waves.length + 1),
        name: wave?.name ?? `Wave ${waves.length + 1}`,
        planned_on: wave?.plannedOn.toString() ?? '',
      },
      back: '/workforce/roll-out',
    }
  },
  async check(work, values, { id }) {
    const others = (await readRollout(work)).filter(wave => wave.id !== id)
    const number = Number(values['number'])
    const problems: Problem[] = []
    if (!Number.isInteger(number) || number < 1 || number > 999)
      problems.push({ field: 'number', message: 'Number must be a whole number from 1 to 999' })
    if (others.some(wave => wave.number === number))
      problems.push({ field: 'number', message: 'Another wave has this number' })
    if (others.some(wave => wave.name === values['name']))
      problems.push({
        field: 'name',
        message: 'Another wave has this name. Enter a name that tells them apart',
      })
    return problems
  },
}

/** `/workforce/roll-out/teams/:row`. */
export const rolloutTeamForm: RowForm = {
  ...common,
  table: 'rollout_team',
  url: '/workforce/roll-out/teams/:row',
  summary: 'Plan a team’s start in a wave, and say when it started',
  saved: 'The team’s start is saved',
  fields: [
    { name: 'team_id', label: 'Team', kind: 'select', isRequired: true },
    { name: 'wave_id', label: 'Wave', kind: 'select', isRequired: true },
    { name: 'planned_on', label: 'Planned first day', kind: 'date', isRequired: true },
    { name: 'started_on', label: 'First day', hint: 'Once the team has started', kind: 'date' },
    { name: 'remark', label: 'Remark', hint: 'Such as what the team waits for. Names nobody', kind: 'long' },
  ],
  async open(work, { row }) {
    const waves = await readRollout(work)
    const rolled = waves.flatMap(wave => wave.teams)
    const team = row === 'new' ? null : rolled.find(({ id }) => id === row)
    if (team === undefined || !(await mayKeep(work))) return null
    const taken = new Set(rolled.filter(({ id }) => id !== team?.id).map(({ teamId }) => teamId))
    return {
      id: team?.id ?? null,
      title: team === null ? 'Add a team to a wave' : 'Change a team’s start',
      values: {
        team_id: team?.teamId ?? '',
        wave_id: team?.waveId ?? '',
        planned_on: team?.plannedOn.toString() ?? '',
        started_on: team?.startedOn?.toString() ?? '',
        remark: team?.remark ?? '',
      },
      options: {
        team_id: (await teams(work))
          .filter(({ id }) => !taken.has(id))
          .map(({ id, name }) => ({ value: id, text: name })),
        wave_id: waves.map(({ id, name }) => ({ value: id, text: name })),
      },
      back: '/workforce/roll-out',
    }
  },
  check: (work, values) => startProblems(work, values),
}

/** A start is a fact: it is not written down before it has been. */
const startProblems = ({ today }: Work, { started_on: started = '' }: Values): readonly Problem[] =>
  started > today.toString()
    ? [{ field: 'started_on', message: 'First day must be today or in the past. Plan a day to come above' }]
    : []
