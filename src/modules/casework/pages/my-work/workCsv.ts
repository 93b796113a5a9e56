import type { PersonSummary } from '#modules/people'
import type { Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { WorkItem } from '../../queries/workList.ts'
import { workingDaysUntil } from '../../rules/workingDaysUntil.ts'
import { isOverdue } from './dueBadge.ts'
import { itemTitle, roleWords } from './itemWords.ts'

/** One's work, as filtered, for a spreadsheet. */
export function workCsv(
  items: readonly WorkItem[],
  people: ReadonlyMap<Uuid, PersonSummary>,
  { today, now }: { readonly today: Temporal.PlainDate; readonly now: Temporal.Instant },
): Reply {
  return {
    kind: 'csv',
    fileName: 'my-work.csv',
    header: ['Child', 'LA child ID', 'Age', 'What', 'Due', 'Working days left', 'Overdue', 'Role'],
    rows: items.map(item => {
      const person = people.get(item.personId)
      return [
        person?.displayName,
        person?.laChildId,
        person?.age,
        itemTitle(item),
        item.dueOn,
        item.dueOn && workingDaysUntil(item.dueOn, today),
        isOverdue(item, today, now) ? 'yes' : 'no',
        roleWords(item),
      ]
    }),
    shown: {
      resource: 'work_list',
      subjectIds: [...new Set(items.map(item => item.personId))],
      action: 'export',
    },
  }
}
