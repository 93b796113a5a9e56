import { isTaken } from '../../../commands/saveDirectoryRow.ts'
import { workers } from '../../../queries/workers.ts'
import { choices, classWords, dateValue } from './choices.ts'
import type { Directory } from './directory.ts'

const everyone = 100_000

/** Workers: who may sign in, as what. */
export const workerDirectory: Directory = {
  slug: 'workers',
  table: 'worker',
  title: 'Workers',
  one: 'worker',
  doc: 'Everyone who works with families or for those who do. What they see follows from their posts and their children.',
  columns: ['Name', 'Class of user', 'Organisation', 'E-mail', 'Telephone', 'Started', 'Left'],
  fields: [
    { name: 'display_name', label: 'Name', kind: 'text', isRequired: true },
    { name: 'class', label: 'Class of user', kind: 'select', isRequired: true, options: choices.classes },
    {
      ...{ name: 'organisation_id', label: 'Organisation', kind: 'select', options: choices.organisations },
      hint: 'Another organisation ends their ties to children and their invitations to meetings',
    },
    { name: 'email', label: 'E-mail', kind: 'text' },
    { name: 'telephone', label: 'Telephone', kind: 'text' },
    {
      name: 'sign_in_subject',
      label: 'Name at the identity provider',
      hint: 'The subject that the provider sends; without one they cannot sign in',
      kind: 'text',
    },
    { name: 'started_on', label: 'First day', kind: 'date' },
  ],
  rows: async work =>
    (await workers(work, {}, 0, everyone)).map(worker => ({
      id: worker.id,
      cells: [
        worker.displayName,
        classWords[worker.class],
        worker.organisationName ?? '',
        worker.email ?? '',
        worker.telephone ?? '',
        dateValue(worker.startedOn),
        worker.leftAt?.toZonedDateTimeISO('Europe/London').toPlainDate().toString() ?? '',
      ],
      values: {
        display_name: worker.displayName,
        class: worker.class,
        organisation_id: worker.organisationId ?? '',
        email: worker.email ?? '',
        telephone: worker.telephone ?? '',
        sign_in_subject: worker.signInSubject ?? '',
        started_on: dateValue(worker.startedOn),
      },
    })),
  check: async (work, { sign_in_subject: subject = '' }, id) =>
    subject !== '' && (await isTaken(work, 'worker', { sign_in_subject: subject }, id))
      ? [{ field: 'sign_in_subject', message: 'Another worker signs in by this name. Change theirs first' }]
      : [],
}
