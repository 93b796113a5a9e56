import type { Uuid } from '#platform/ids'
import { type ClockId, clocksById } from '#reference'
import type { AllocationRole, WorkItem } from '../../queries/workList.ts'
import type { WorkRow } from './workRows.ts'

/** Clocks that a visit stops. */
export const visitClocks: ReadonlySet<string> = new Set([
  'CP_VISIT',
  'CIN_VISIT',
  'S47_CHILD_SEEN',
  'ASSESS_CHILD_SEEN',
])

/** What has to be done: the clock's name, or the task's title. */
export function itemTitle(item: Pick<WorkItem, 'definitionId' | 'title'>): string {
  return item.definitionId === null ? (item.title ?? 'Task') : clockName(item.definitionId)
}

/** A clock's name by its definition's id. */
export const clockName = (definitionId: string): string =>
  clocksById.get(definitionId as ClockId)?.name ?? definitionId // an unknown id finds nothing

/** Where the explanation of a clock is, or the record of the task's child. */
export const itemPath = (item: Pick<WorkItem, 'kind' | 'id' | 'personId'>): string =>
  item.kind === 'clock' ? `/clocks/${item.id}` : `/people/${item.personId}`

/** What to press to do it: one visit for all children of the line, who are named to the form. */
export function rowAction(row: WorkRow): { readonly text: string; readonly href: string } {
  const [{ definitionId, personId }, ...others] = row
  if (definitionId === null || !visitClocks.has(definitionId))
    return { text: 'Open the record', href: `/people/${personId}` }
  const also = others.map(other => other.personId)
  return {
    text: 'Record a visit',
    href: `${visitPath(personId)}${also.length > 0 ? `?also=${also.join(',')}` : ''}`,
  }
}

export const visitPath = (personId: Uuid): string => `/people/${personId}/visits/new`

/** The roles of case holding in words. */
export const allocationWords: Readonly<Record<AllocationRole, string>> = {
  lead_social_worker: 'Lead social worker',
  co_worker: 'Co-worker',
  lead_practitioner: 'Lead practitioner',
  conference_chair: 'Conference chair',
  queue: 'In the team’s queue',
}
