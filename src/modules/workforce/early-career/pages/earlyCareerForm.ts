import { makeUuid } from '#platform/ids'
import type { Problem, RowForm, Values } from '../../row-form/index.ts'
import { ownLine, readProgrammes } from '../queries/readProgrammes.ts'
import { outcomeWords } from './earlyCareerRoute.ts'

/** `/workforce/early-career/:row`: begun and changed by whoever manages the worker. */
export const earlyCareerForm: RowForm = {
  admits: ['practitioner', 'director'],
  purpose: 'administration',
  table: 'early_career',
  url: '/workforce/early-career/:row',
  summary: 'Begin or change the early-career programme of somebody whom one manages',
  current: '/workforce',
  saved: 'The programme is saved',
  fields: [
    { name: 'worker_id', label: 'Worker', kind: 'select', isRequired: true },
    {
      name: 'programme',
      label: 'Programme',
      hint: 'Such as assessed and supported year in employment',
      kind: 'text',
      isRequired: true,
    },
    { name: 'year', label: 'Year of the programme', kind: 'number', isRequired: true },
    { name: 'started_on', label: 'First day', kind: 'date', isRequired: true },
    { name: 'expected_end', label: 'Expected last day', kind: 'date', isRequired: true },
    { name: 'protected_hours', label: 'Protected hours a week', kind: 'number', isRequired: true },
    {
      name: 'caseload_share',
      label: 'Share of a full caseload, in percent',
      hint: 'Such as 90. Counts in children per FTE while the programme runs',
      kind: 'number',
      isRequired: true,
    },
    { name: 'assessed_on', label: 'Assessed on', kind: 'date' },
    { name: 'outcome', label: 'Outcome', kind: 'select' },
  ],
  async open(work, { row }) {
    const line = await ownLine(work)
    const found = row === 'new' ? null : (await readProgrammes(work)).find(({ id }) => id === row)
    if (found === undefined || line.size === 0 || (found !== null && !line.has(found.workerId))) return null
    return {
      id: found?.id ?? null,
      title: found === null ? 'Begin an early-career programme' : 'Change an early-career programme',
      values: {
        worker_id: found?.workerId ?? '',
        programme: found?.programme ?? '',
        year: String(found?.year ?? 1),
        started_on: found?.startedOn.toString() ?? '',
        expected_end: found?.expectedEnd.toString() ?? '',
        protected_hours: found === null ? '' : String(found.protectedHours),
        caseload_share: String(Math.round((found?.caseloadShare ?? 0.9) * 100)),
        assessed_on: found?.assessedOn?.toString() ?? '',
        outcome: found?.outcome ?? '',
      },
      options: {
        worker_id: [...line]
          .filter(([id]) => found === null || id === found.workerId)
          .map(([value, text]) => ({ value, text })),
        outcome: Object.entries(outcomeWords).map(([value, text]) => ({ value, text })),
      },
      back: '/workforce/early-career',
    }
  },
  async check(work, values, { id }) {
    const running = (await readProgrammes(work)).some(
      one => one.workerId === values['worker_id'] && one.assessedOn === null && one.id !== (id ?? makeUuid()),
    )
    const problems = [...ofNumbers(values), ...ofDays(values, work.today)]
    return running && values['assessed_on'] === ''
      ? [
          ...problems,
          { field: 'worker_id', message: 'They are in a programme already. Give that its outcome first' },
        ]
      : problems
  },
  columnsOf: values => ({
    worker_id: values['worker_id'] ?? '',
    programme: values['programme'] ?? '',
    year: Number(values['year']),
    started_on: values['started_on'] ?? '',
    expected_end: values['expected_end'] ?? '',
    protected_hours: Number(values['protected_hours']),
    caseload_share: Number(values['caseload_share']) / 100,
    assessed_on: values['assessed_on'] || null,
    outcome: values['outcome'] || null,
  }),
}

function ofNumbers({ year, protected_hours: hours, caseload_share: share }: Values): readonly Problem[] {
  const problems: Problem[] = []
  if (!Number.isInteger(Number(year)) || Number(year) < 1 || Number(year) > 5)
    problems.push({ field: 'year', message: 'Year of the programme must be from 1 to 5' })
  if (!(Number(hours) >= 0 && Number(hours) <= 37))
    problems.push({ field: 'protected_hours', message: 'Protected hours a week must be from 0 to 37' })
  if (!(Number(share) >= 0 && Number(share) <= 100))
    problems.push({
      field: 'caseload_share',
      message: 'Share of a full caseload must be from 0 to 100 percent',
    })
  return problems
}

function ofDays(
  { started_on: from = '', expected_end: to = '', assessed_on: assessed = '', outcome }: Values,
  today: Temporal.PlainDate,
): readonly Problem[] {
  const problems: Problem[] = []
  if (to < from)
    problems.push({ field: 'expected_end', message: 'Expected last day must be on or after the first day' })
  if (assessed !== '' && (assessed < from || assessed > today.toString()))
    problems.push({ field: 'assessed_on', message: 'Assessed on must be between the first day and today' })
  if ((assessed === '') !== (outcome === ''))
    problems.push({
      field: outcome === '' ? 'outcome' : 'assessed_on',
      message:
        outcome === '' ? 'Select the outcome that was assessed' : 'Enter the day on which it was assessed',
    })
  return problems
}
