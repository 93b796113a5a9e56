import { choices, type Directory, dateValue, fixed } from '#modules/agencies'
import { nursingAreas } from './nursingAreas.ts'

const serves = {
  health_visiting: 'Health visiting',
  school_nursing: 'School nursing',
  midwifery: 'Midwifery',
}
const byWhat = {
  gp_practice: 'GP practice, by its code',
  school: 'School, by its name',
  postcode: 'Beginning of a postcode',
  council: 'Everywhere else (write ALL)',
}

/** Which team of nurses answers for whom, on which days. */
export const areaDirectory: Directory = {
  slug: 'nursing-areas',
  table: 'nursing_area',
  title: 'Whom nurses answer for',
  one: 'nursing area',
  doc: 'Which team of health visitors, school nurses or midwives answers for a practice, a school or a postcode.',
  columns: ['Team', 'Serves as', 'By', 'Which', 'From', 'To'],
  fields: [
    { name: 'team_id', label: 'Team', kind: 'select', isRequired: true, options: choices.teams },
    { name: 'serves', label: 'Serves as', kind: 'select', isRequired: true, options: fixed(serves) },
    { name: 'by_what', label: 'By', kind: 'select', isRequired: true, options: fixed(byWhat) },
    { name: 'value', label: 'Which', hint: 'Such as A81001, or NM1', kind: 'text', isRequired: true },
    { name: 'started_on', label: 'First day', kind: 'date', isRequired: true },
    { name: 'ended_on', label: 'Last day', kind: 'date' },
  ],
  rows: async work =>
    (await nursingAreas(work)).map(area => ({
      id: area.id,
      cells: [
        area.teamName,
        serves[area.serves],
        byWhat[area.byWhat],
        area.value,
        dateValue(area.startedOn),
        dateValue(area.endedOn),
      ],
      values: {
        team_id: area.teamId,
        serves: area.serves,
        by_what: area.byWhat,
        value: area.value,
        started_on: dateValue(area.startedOn),
        ended_on: dateValue(area.endedOn),
      },
    })),
  check: async (_work, { value = '', started_on: from = '', ended_on: to = '' }) => [
    ...(value.length >= 2 && value.length <= 120
      ? []
      : [{ field: 'value', message: 'Which must be between 2 and 120 letters and digits' }]),
    ...(to !== '' && to < from
      ? [{ field: 'ended_on', message: 'The last day must not be before the first' }]
      : []),
  ],
  columnsOf: ({ team_id, serves: as, by_what, value = '', started_on, ended_on }) => ({
    team_id: team_id ?? null,
    serves: as ?? null,
    by_what: by_what ?? null,
    // Compared as they are kept: a postcode without its space.
    value: by_what === 'postcode' ? value.toUpperCase().replaceAll(' ', '') : value.toUpperCase(),
    started_on: started_on ?? null,
    ended_on: ended_on || null,
  }),
}
