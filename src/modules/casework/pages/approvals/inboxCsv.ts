import type { Reply } from '#platform/http'
import { kindLabel } from '../../approvals/handedIn.ts'
import { type InboxView, outcomeWords, peopleWords, waitedDays } from './inboxView.ts'

/** A list of approvals for a spreadsheet. */
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
      'Team',
      'Asked',
      'Outcome',
      'Decided by',
      'Reason',
    ],
    rows: rows.map(one => [
      kindLabel(one.kind),
      peopleWords(view, one),
      names.get(one.submittedBy),
      one.submittedAt,
      waitedDays(one, today),
      due.get(one.id),
      teamNames.get(one.teamId),
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
