import {
  choices,
  type Directory,
  type DirectoryValues,
  dateValue,
  directoryRoutes,
  organisations,
} from '#modules/agencies'
import type { Work } from '#platform/db'
import { daysLine, readDays } from './dayWords.ts'
import { placements } from './readPlacements.ts'

async function rows(work: Work) {
  const found = await placements(work)
  return found.map(one => {
    const [from, to] = [one.startedOn.toString(), dateValue(one.endedOn)]
    return {
      id: one.id,
      cells: [one.school, one.worker, daysLine(one.days), from, to],
      values: {
        school_id: one.schoolId,
        worker_id: one.workerId,
        days: one.days.join('\n'),
        started_on: from,
        ended_on: to,
      },
    }
  })
}

/** Social workers placed in schools, kept by administrators like their other lists. */
export const placementDirectory: Directory = {
  slug: 'school-placements',
  table: 'school_placement',
  title: 'Social workers placed in schools',
  one: 'placement',
  doc: 'Which social worker is on site in which school, from when and on which days.',
  columns: ['School', 'Social worker', 'Days', 'From', 'To'],
  fields: [
    {
      name: 'school_id',
      label: 'School',
      kind: 'select',
      isRequired: true,
      options: async work =>
        (await organisations(work))
          .filter(({ kind }) => kind === 'school')
          .map(({ id, name }) => ({ value: id, text: name })),
    },
    { name: 'worker_id', label: 'Social worker', kind: 'select', isRequired: true, options: choices.workers },
    { name: 'days', label: 'Days', hint: 'One a line, Monday to Friday', kind: 'lines', isRequired: true },
    { name: 'started_on', label: 'First day', kind: 'date', isRequired: true },
    { name: 'ended_on', label: 'Last day', kind: 'date' },
  ],
  rows,
  check: async (_work, values) => problemsOf(values),
  columnsOf: values => ({
    ...values,
    ended_on: values['ended_on'] || null,
    days: readDays(values['days'] ?? '').days,
  }),
}

function problemsOf({ days = '', started_on: from = '', ended_on: to = '' }: DirectoryValues) {
  const read = readDays(days)
  return [
    ...(read.others.length > 0 || read.days.length === 0
      ? [{ field: 'days', message: 'Enter days from Monday to Friday, one a line' }]
      : []),
    ...(to !== '' && to < from
      ? [{ field: 'ended_on', message: 'The last day must not be before the first' }]
      : []),
  ]
}

export const placementRoutes = directoryRoutes(placementDirectory)
