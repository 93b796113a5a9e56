import type { Uuid } from '#platform/ids'
import { type ClockId, clocksById } from '#reference'
import { clockMend, isVisitClock } from '../../clocks/clockMend.ts'
import type { AllocationRole, WorkItem } from '../../queries/workList.ts'
import type { WorkRow } from './workRows.ts'

/** What has to be done: the clock's name, or the words of the task or action. */
export function itemTitle(item: Pick<WorkItem, 'definitionId' | 'title'>): string {
  return item.definitionId === null ? (item.title ?? 'Task') : clockName(item.definitionId)
}

/** A clock's name by its definition's id. */
export const clockName = (definitionId: string): string =>
  clocksById.get(definitionId as ClockId)?.name ?? definitionId // an unknown id finds nothing

/** Where the explanation of a clock is, the plan of an action, the tasks of the child, or the page of a practice module. */
export function itemPath({
  kind,
  id,
  personId,
  practice,
}: Pick<WorkItem, 'kind' | 'id' | 'personId' | 'practice'>): string {
  if (practice !== undefined) return practice.way.href
  if (kind === 'clock') return `/clocks/${id}`
  return `/people/${personId}/${kind === 'action' ? 'plan' : 'tasks'}`
}

/** Who holds a child as one of these writes the plan; anybody else is led to it, and may be told to ask. */
const planWriters: ReadonlySet<AllocationRole> = new Set([
  'lead_social_worker',
  'co_worker',
  'lead_practitioner',
])

/** What to press to do it: one visit for all children of the line, who are named to the form. */
export function rowAction(row: WorkRow): { readonly text: string; readonly href: string } {
  const [{ kind, id, role, definitionId, triggerId, personId, practice }, ...others] = row
  if (practice !== undefined) return practice.way
  if (kind === 'task') return { text: 'Open the tasks', href: `/people/${personId}/tasks` }
  if (kind === 'action')
    return role !== null && others.length === 0 && planWriters.has(role)
      ? { text: 'Mark it done', href: `/people/${personId}/plan/actions/${id}` }
      : { text: 'Open the plan', href: `/people/${personId}/plan` }
  const mend =
    definitionId === null ? null : clockMend({ definitionId, personId, triggerId: triggerId ?? '' })
  if (mend === null || definitionId === null) return { text: 'Open the record', href: `/people/${personId}` }
  const also = others.map(other => other.personId)
  if (!isVisitClock(definitionId) || also.length === 0) return mend
  return { ...mend, href: `${mend.href}?also=${also.join(',')}` }
}

export const visitPath = (personId: Uuid): string => `/people/${personId}/visits/new`

/** As what somebody has a thing to do: by holding the child, or by the thing alone. */
export function roleWords({
  role,
  kind,
  practice,
  forName,
}: Pick<WorkItem, 'role' | 'kind' | 'practice' | 'forName'>): string {
  const words =
    practice?.as ??
    (role === null ? (kind === 'action' ? 'Action in a plan' : 'Task') : allocationWords[role])
  return forName === undefined ? words : `${words}, for ${forName}`
}

/** The roles of case holding in words. */
export const allocationWords: Readonly<Record<AllocationRole, string>> = {
  lead_social_worker: 'Lead social worker',
  co_worker: 'Co-worker',
  lead_practitioner: 'Lead practitioner',
  conference_chair: 'Conference chair',
  queue: 'In the team’s queue',
}
