import type { Reply } from '#platform/http'
import { dueBecause } from './dueCell.ts'
import { type InboxView, inboxLabel, outcomeWords, peopleWords, waitedDays } from './inboxView.ts'

/** A list of the inbox for a spreadsheet. */
export function inboxCsv(view: InboxView): Reply {
  const { rows, due, names, teamNames, today } = view
  return {
    kind: 'csv',
    fileName: 'approvals.csv',
    header: [
      'What',
      'For',
      'Handed in by',
      'Handed in',
      'Days waited',
      'Due',
      'Due because of',
      'Team',
      'Asked',
      'Outcome',
      'Decided by',
      'Reason',
    ],
    rows: rows.map(one => [
      inboxLabel(one),
      peopleWords(view, one),
      one.submittedBy && names.get(one.submittedBy),
      one.submittedAt,
      waitedDays(one, today),
      due.get(one.id)?.dueOn,
      dueBecause(due.get(one.id)),
      one.teamId && teamNames.get(one.teamId),
      one.toWorkerId && names.get(one.toWorkerId),
      outcomeWords[one.outcome ?? 'waiting'],
      one.decidedBy && names.get(one.decidedBy),
      one.reason,
    ]),
    shown: {
      resource: 'approval_list',
      subjectIds: [...view.people.keys()],
      action: 'export',
    },
  }
}
