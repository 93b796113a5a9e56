import type { Uuid } from '#platform/ids'
import { type FormIssue, formatDate } from '#ui'
import type { AllocationRefusal } from '../../commands/checkAllocation.ts'

/** Names for messages: of children and of workers, as the reader may know them. */
export type Names = { readonly child: (id: Uuid) => string; readonly worker: (id: Uuid) => string }

/** Why an allocation was refused, as messages at the fields that can mend it. */
export function refusalIssues(refusals: readonly AllocationRefusal[], names: Names): readonly FormIssue[] {
  return refusals.map(refusal => {
    const { field, message } = issueOf(refusal, names)
    return { path: [field], message }
  })
}

function issueOf(refusal: AllocationRefusal, names: Names): { field: string; message: string } {
  switch (refusal.refusal) {
    case 'no_child':
      return { field: 'child', message: 'Select a child' }
    case 'in_future':
      return { field: 'startedOn', message: 'Start date must be today or in the past' }
    case 'no_worker':
      return { field: 'worker', message: 'Select who is to hold them' }
    case 'not_in_team':
      return {
        field: 'worker',
        message:
          'Select somebody who may hold children in the team today, or make them the lead practitioner',
      }
    case 'no_social_worker':
      return {
        field: 'role',
        message: 'Only a social worker leads as one. Make this worker the lead practitioner or a co-worker',
      }
    case 'no_practitioner':
      return {
        field: 'worker',
        message: 'Select a practitioner who is in post today: they become the lead practitioner',
      }
    case 'not_in_post_then':
      return {
        field: 'startedOn',
        message: `Start date must be ${formatDate(refusal.earliest)} or later: before that the worker held no post here`,
      }
    case 'may_not_allocate':
      return {
        field: 'child',
        message: `${names.child(refusal.personId)} is not yours to allocate. Ask the manager of the team that holds them`,
      }
    case 'has_lead': {
      const lead = refusal.workerId === null ? 'Somebody' : names.worker(refusal.workerId)
      const name = names.child(refusal.personId)
      return {
        field: 'child',
        message: `${lead} already leads for ${name}. Open ${name}’s record and choose Transfer`,
      }
    }
    case 'already_held':
      return {
        field: 'worker',
        message: `${names.child(refusal.personId)} is already held so. Select somebody else`,
      }
    case 'too_early':
      return {
        field: 'startedOn',
        message: `Start date must be ${formatDate(refusal.earliest)} or later: before that ${names.child(refusal.personId)} was held by others`,
      }
  }
}
