import type { Uuid } from '#platform/ids'
import { parseUuid } from '#platform/ids'
import { dateFieldsFrom, type FormIssue, parseDateInput } from '#ui'
import type { AllocationWanted } from '../../commands/allocationWanted.ts'
import type { AllocationRole } from '../../queries/workList.ts'

export const queueChoice = 'queue'

/** What the form says, as a command or as messages beside its fields. */
export type ParsedAllocation =
  | { readonly ok: true; readonly wanted: AllocationWanted }
  | { readonly ok: false; readonly issues: readonly FormIssue[] }

type Sent = Readonly<Record<string, unknown>>

const roles: readonly AllocationRole[] = [
  'lead_social_worker',
  'lead_practitioner',
  'co_worker',
  'conference_chair',
]

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/**
 * Reads the form of an allocation: children ticked, who gets them, as what, since when.
 * @param teamId the team that is to hold them
 * @param endsLead whether the form says that it takes them from their present lead
 */
export function parseAllocation(sent: Sent, teamId: Uuid, endsLead: boolean): ParsedAllocation {
  const { child, worker, role: sentRole, reason } = sent
  const personIds = [child].flat().flatMap(id => (typeof id === 'string' ? (parseUuid(id) ?? []) : []))
  const chosen = text(worker)
  const workerId = chosen === queueChoice ? null : parseUuid(chosen)
  const role = chosen === queueChoice ? 'queue' : roles.find(one => one === sentRole)
  const answer = parseDateInput(dateFieldsFrom(sent, 'startedOn'), 'Start date')
  const issues: FormIssue[] = []
  const say = (field: string, message: string) => issues.push({ path: [field], message })
  if (personIds.length === 0) say('child', 'Select a child')
  if (chosen !== queueChoice && workerId === null) say('worker', 'Select who is to hold them')
  if (role === undefined) say('role', 'Select as what')
  if (answer.outcome === 'empty') say('startedOn', 'Enter the day from which they hold them')
  if (answer.outcome === 'wrong') say('startedOn', answer.message)
  if (text(reason).length > 500) say('reason', 'Reason must be 500 characters or fewer')
  if (endsLead && text(reason) === '') say('reason', 'Enter the reason for the transfer')
  if (issues.length > 0 || role === undefined || answer.outcome !== 'date') return { ok: false, issues }
  const wanted = {
    personIds,
    teamId,
    workerId,
    role,
    startedOn: answer.date,
    reason: text(reason) || null,
    endsLead,
  }
  return { ok: true, wanted }
}
