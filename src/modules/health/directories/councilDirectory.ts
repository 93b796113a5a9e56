import { type Directory, dateValue } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { HealthTables } from '../tables.ts'
import { linesOf } from './linesOf.ts'

/** Other councils, and where a visit of a child who lives there is sent on to. */
export const councilDirectory: Directory = {
  slug: 'councils',
  table: 'neighbour_council',
  title: 'Other councils',
  one: 'council',
  doc: 'To whom a visit of a child who lives there is sent on.',
  columns: ['Council', 'Postcodes', 'Contact', 'Ended'],
  fields: [
    { name: 'name', label: 'Name', kind: 'text', isRequired: true },
    {
      name: 'postcodes',
      label: 'Beginnings of its postcodes',
      hint: 'One on each line, such as SF2',
      kind: 'lines',
      isRequired: true,
    },
    { name: 'contact', label: 'Safe mailbox or telephone', kind: 'text', isRequired: true },
    { name: 'ended_on', label: 'Last day', kind: 'date' },
  ],
  rows: async work =>
    (await councils(work)).map(({ id, name, postcodes, contact, ended_on }) => ({
      id,
      cells: [name, postcodes.join(', '), contact, dateValue(ended_on)],
      values: { name, postcodes: postcodes.join('\n'), contact, ended_on: dateValue(ended_on) },
    })),
  check: async (work, { name = '', postcodes }, id) => {
    const isTaken = (await councils(work)).some(
      one => one.id !== id && one.name.toLowerCase() === name.toLowerCase(),
    )
    const odd = linesOf(postcodes).find(
      code => !/^[A-Z]{1,2}\d?[A-Z\d]{0,4}$/i.test(code.replaceAll(' ', '')),
    )
    return [
      ...(isTaken ? [{ field: 'name', message: 'Another council has this name' }] : []),
      ...(odd === undefined ? [] : [{ field: 'postcodes', message: `${odd} is no beginning of a postcode` }]),
    ]
  },
  columnsOf: ({ name, postcodes, contact, ended_on }) => ({
    name: name ?? null,
    postcodes: linesOf(postcodes).map(code => code.toUpperCase().replaceAll(' ', '')),
    contact: contact ?? null,
    ended_on: ended_on || null,
  }),
}

const councils = (work: Work) =>
  work.db<HealthTables>().selectFrom('neighbour_council').selectAll().orderBy('name').orderBy('id').execute()
