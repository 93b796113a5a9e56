import { isTaken } from '../../../commands/saveDirectoryRow.ts'
import { areas } from '../../../queries/areas.ts'
import { dateValue } from './choices.ts'
import type { Directory } from './directory.ts'

/** Service areas with their districts. */
export const areaDirectory: Directory = {
  slug: 'areas',
  table: 'service_area',
  title: 'Service areas',
  one: 'service area',
  doc: 'Areas of the county, each led by a service leader who sees the children of its teams.',
  columns: ['Name', 'Districts', 'Ended'],
  fields: [
    { name: 'name', label: 'Name', kind: 'text', isRequired: true },
    { name: 'districts', label: 'Districts', hint: 'One a line', kind: 'lines' },
    { name: 'ended_on', label: 'Last day', kind: 'date' },
  ],
  rows: async work =>
    (await areas(work)).map(({ id, name, districts, endedOn }) => ({
      id,
      cells: [name, districts.join(', '), dateValue(endedOn)],
      values: { name, districts: districts.join('\n'), ended_on: dateValue(endedOn) },
    })),
  check: async (work, { name = '' }, id) =>
    (await isTaken(work, 'service_area', { name }, id))
      ? [{ field: 'name', message: 'Another service area has this name. Enter a name that tells them apart' }]
      : [],
}
