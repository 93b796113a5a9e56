import { rota } from '../../../queries/rota.ts'
import { choices } from './choices.ts'
import type { Directory } from './directory.ts'
import { momentText } from './parseDirectory.ts'

/** The duty rota: while it lasts, a duty worker may open any child's record, with a reason. */
export const shiftDirectory: Directory = {
  slug: 'rota',
  table: 'duty_shift',
  title: 'Duty rota',
  one: 'shift',
  doc: 'Out-of-hours workers see the authority’s children while they are on the rota, and not before or after.',
  columns: ['Worker', 'Team', 'From', 'To'],
  fields: [
    { name: 'worker_id', label: 'Worker', kind: 'select', isRequired: true, options: choices.workers },
    { name: 'team_id', label: 'Team', kind: 'select', options: choices.teams },
    {
      name: 'starts_at',
      label: 'From',
      hint: 'For example 2026-11-22 17:00',
      kind: 'moment',
      isRequired: true,
    },
    { name: 'ends_at', label: 'To', hint: 'For example 2026-11-23 09:00', kind: 'moment', isRequired: true },
  ],
  rows: async work =>
    (await rota(work)).map(shift => ({
      id: shift.id,
      cells: [shift.workerName, shift.teamName ?? '', momentText(shift.startsAt), momentText(shift.endsAt)],
      values: {
        worker_id: shift.workerId,
        team_id: shift.teamId ?? '',
        starts_at: momentText(shift.startsAt),
        ends_at: momentText(shift.endsAt),
      },
    })),
  check: async (_work, { starts_at: from = '', ends_at: to = '' }) =>
    Temporal.Instant.compare(Temporal.Instant.from(to), Temporal.Instant.from(from)) <= 0
      ? [{ field: 'ends_at', message: 'The end must be after the start' }]
      : [],
}
