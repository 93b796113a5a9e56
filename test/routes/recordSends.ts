import { formVersion } from '#platform/http'
import { dated, onChild, onRow, personPath, today, visit } from './fills.ts'
import { noteOf } from './gates.ts'
import type { SendRoute } from './shapes.ts'
import { tell } from './tell.ts'

/** The forms of a child’s record. */
export const recordSends: Readonly<Record<string, SendRoute>> = {
  '/notes/:noteId/significant': {
    fill: async ({ record, child, county }) => {
      const personId = await child()
      const happened = { happened_at: '2026-03-02T10:00:00Z', kind: 'visit', outcome: 'held' }
      const noteId = await tell(record, 'note', {
        ...happened,
        author_id: county.staff.workers.holder,
        body: 'A note',
        person_ids: [personId],
      })
      await tell(record, 'note_person', { ...happened, note_id: noteId, person_id: personId })
      return { by: 'holder', url: `/notes/${noteId}/significant`, fields: { impact: 'It matters to her' } }
    },
    address: one => `/notes/${one.noteId}/significant`,
    gate: noteOf,
  },
  '/people/:personId/visits/new': {
    fill: onChild('/visits/new', personId => visit(personId)),
    address: one => personPath(one.personId, '/visits/new'),
    naming: (personId, { people }) => ({
      url: personPath(people.own.personId, '/visits/new'),
      fields: visit(personId),
    }),
  },
  '/people/:personId/close': {
    fill: async stage => {
      const personId = await stage.child()
      const fields = { child: personId, reason: 'RC8', why: 'Nothing more is needed' }
      return { by: 'manager', url: personPath(personId, '/close'), fields }
    },
    address: one => personPath(one.personId, '/close'),
  },
  '/people/:personId/oversight/new': {
    fill: async stage => {
      const personId = await stage.child()
      const fields = { about: personId, looked_at: 'The last visits', view: 'She is settled.' }
      return { by: 'manager', url: personPath(personId, '/oversight/new'), fields }
    },
    address: one => personPath(one.personId, '/oversight/new'),
    naming: (personId, { people }) => ({
      url: personPath(people.own.personId, '/oversight/new'),
      fields: { about: personId, looked_at: 'The last visits', view: 'She is settled.' },
    }),
  },
  '/people/:personId/events/new': {
    fill: onChild('/events/new', personId => ({
      about: personId,
      description: 'She moved school',
      ...dated('on'),
    })),
    address: one => personPath(one.personId, '/events/new'),
    naming: (personId, { people }) => ({
      url: personPath(people.own.personId, '/events/new'),
      fields: { about: personId, description: 'She moved school', ...dated('on') },
    }),
  },
  '/people/:personId/alerts': {
    fill: onChild('/alerts', () => ({ kind: 'dog', description: 'A large dog in the yard' })),
    address: one => personPath(one.personId, '/alerts'),
  },
  '/people/:personId/alerts/:alertId/review': {
    fill: onRow(
      'alert',
      { kind: 'dog', description: 'A dog', started_on: '2026-01-01' },
      (person, row) => personPath(person, `/alerts/${row}/review`),
      row => ({
        ...dated(`review-${row}`, today().add({ days: 30 })),
        version: formVersion(['A dog', null]),
      }),
    ),
    address: one => personPath(one.personId, `/alerts/${one.alertId}/review`),
  },
  '/people/:personId/alerts/:alertId/end': {
    fill: onRow(
      'alert',
      { kind: 'dog', description: 'A dog', started_on: '2026-01-01' },
      (person, row) => personPath(person, `/alerts/${row}/end`),
      () => ({ version: formVersion(['A dog', null]) }),
    ),
    address: one => personPath(one.personId, `/alerts/${one.alertId}/end`),
  },
  '/people/:personId/tasks': {
    fill: onChild('/tasks', (_person, { county }) => ({
      title: 'Ring the school',
      worker: county.staff.workers.holder,
    })),
    address: one => personPath(one.personId, '/tasks'),
  },
  '/people/:personId/tasks/:taskId/done': {
    fill: onRow(
      'task',
      ({ county }) => ({ title: 'Ring the school', worker_id: county.staff.workers.holder }),
      (person, row) => personPath(person, `/tasks/${row}/done`),
      () => ({}),
    ),
    address: one => personPath(one.personId, `/tasks/${one.taskId}/done`),
  },
  '/people/:personId/involved': {
    fill: onChild('/involved', () => ({ name: 'Nurse Madeup', role: 'school_nurse' })),
    address: one => personPath(one.personId, '/involved'),
  },
  '/people/:personId/involved/colleague': {
    fill: async ({ record, child }) => {
      const { id } = await record.makers.worker()
      return { by: 'holder', url: personPath(await child(), '/involved/colleague'), fields: { worker: id } }
    },
    address: one => personPath(one.personId, '/involved/colleague'),
  },
  '/people/:personId/involved/:involvementId/end': {
    fill: onRow(
      'involvement',
      { professional_name: 'Nurse Madeup', role: 'school_nurse', started_on: '2026-01-01' },
      (person, row) => personPath(person, `/involved/${row}/end`),
      () => ({}),
    ),
    address: one => personPath(one.personId, `/involved/${one.involvementId}/end`),
  },
}
