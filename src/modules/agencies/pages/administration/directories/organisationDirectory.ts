import { isTaken } from '../../../commands/saveDirectoryRow.ts'
import { organisations } from '../../../queries/organisations.ts'
import { dateValue, fixed } from './choices.ts'
import type { Directory } from './directory.ts'

const kinds = {
  council: 'Council',
  nhs: 'NHS',
  police: 'Police',
  school: 'School',
  probation: 'Probation',
  voluntary: 'Voluntary organisation',
  housing: 'Housing',
  court: 'Court',
  other: 'Other',
}

/** Organisations that workers belong to. */
export const organisationDirectory: Directory = {
  slug: 'organisations',
  table: 'organisation',
  title: 'Organisations',
  one: 'organisation',
  doc: 'The council and the agencies whose people work with its children.',
  columns: ['Name', 'Kind', 'Telephone', 'Ended'],
  fields: [
    { name: 'name', label: 'Name', kind: 'text', isRequired: true },
    { name: 'kind', label: 'Kind', kind: 'select', isRequired: true, options: fixed(kinds) },
    { name: 'telephone', label: 'Telephone', kind: 'text' },
    { name: 'address_lines', label: 'Address for letters, with commas between its lines', kind: 'text' },
    { name: 'postcode', label: 'Postcode', kind: 'text' },
    { name: 'ended_on', label: 'Last day', kind: 'date' },
  ],
  rows: async work =>
    (await organisations(work)).map(({ id, name, kind, telephone, addressLines, postcode, endedOn }) => ({
      id,
      cells: [name, kinds[kind], telephone ?? '', dateValue(endedOn)],
      values: {
        name,
        kind,
        telephone: telephone ?? '',
        address_lines: addressLines ?? '',
        postcode: postcode ?? '',
        ended_on: dateValue(endedOn),
      },
    })),
  check: async (work, { name = '' }, id) =>
    (await isTaken(work, 'organisation', { name }, id))
      ? [{ field: 'name', message: 'Another organisation has this name. Enter a name that tells them apart' }]
      : [],
}
