import { isTaken } from '../../../commands/saveDirectoryRow.ts'
import { classMappings } from '../../../queries/rota.ts'
import { choices, classWords } from './choices.ts'
import type { Directory } from './directory.ts'

/** Which value of a claim of the identity provider makes a worker of which class. */
export const mappingDirectory: Directory = {
  slug: 'class-mapping',
  table: 'class_mapping',
  title: 'Classes by claim',
  one: 'mapping',
  doc: 'When somebody signs in, the identity provider’s claims say what class of user they are.',
  columns: ['Claim', 'Value', 'Class of user'],
  fields: [
    { name: 'claim', label: 'Claim', hint: 'Such as groups', kind: 'text', isRequired: true },
    { name: 'value', label: 'Value', kind: 'text', isRequired: true },
    { name: 'class', label: 'Class of user', kind: 'select', isRequired: true, options: choices.classes },
  ],
  rows: async work =>
    (await classMappings(work)).map(({ id, claim, value, class: userClass }) => ({
      id,
      cells: [claim, value, classWords[userClass]],
      values: { claim, value, class: userClass },
    })),
  check: async (work, { claim = '', value = '' }, id) =>
    (await isTaken(work, 'class_mapping', { claim, value }, id))
      ? [
          {
            field: 'value',
            message: 'This value of the claim is mapped already. Change that mapping instead',
          },
        ]
      : [],
}
