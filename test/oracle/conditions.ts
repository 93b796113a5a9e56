import { answers, needs, type Reach, reaches, type Standing } from './reaches.ts'

/** Conditions of the oracle that are true in some worlds and false in others: each must be seen to decide both ways. */
export const twoSided = [
  'post has begun',
  'post has not ended',
  'allocation has begun',
  'allocation has not ended',
  'involvement has begun',
  'involvement has not ended',
  "the child's membership has begun",
  "the child's membership has not ended",
  "the relative's membership has begun",
  "the relative's membership has not ended",
  'shift has begun',
  'shift has not ended',
  'opening has begun',
  'opening has not ended',
  'restriction has begun',
  'restriction has not ended',
  'reference has begun',
  'reference has not ended',
  "the creator's week has begun",
  "the creator's week has not ended",
  'the person held is a child of the family',
  'both belong to one family',
  'the allocation names the worker',
  "the post is the worker's",
  "the team belongs to the leader's area",
  "the allocation is the post's team's",
  'the post is a manager of the team',
  'the post is business support',
  'the post is a social worker',
  'the allocation is a queue',
  'the team takes new work',
  'the restriction is on the person',
  'the list names the worker',
  'every list names the worker',
  'the reference is to the worker',
  'the reference is for the person',
  'the opening is a reference',
  'the worker made the record',
  'the involvement is the worker',
  'the lead of protection is the worker',
  'lead of protection has begun',
  'lead of protection has not ended',
  'the row names the worker as a reader',
  "the opening is the worker's",
  'the opening gives a reason of its own',
  'the opening is by the director',
  'the class sees people by relationship',
  'the class writes about people',
  'the worker has left',
  'the worker is a director',
  'the worker is of class duty',
  "the shift is the worker's",
  'the worker is the author',
  'the note names the person',
  'the worker is of class data_quality',
  'a return needs the table',
  'the address is confidential',
  'the worker is an administrator',
  'users may keep the table',
  'the tie is one that counts',
  'the post is of somebody who allocates',
  'the allocation waits in a queue',
  'the involvement gives access',
  'a child joins the family',
  'the member is of the family',
  'conflict has not ended',
  "the conflict is the worker's",
  'the conflict is about the person',
  'the contact is undecided',
  'the post is of the team',
  'the post is of somebody who decides',
  'the post is of a partner',
  'the worker is a practitioner',
  'the worker wrote the contact',
  'nobody is matched',
  'the wall has not ended',
  'the wall protects the person',
  'the worker is named beside whom it keeps out',
  'the worker has a strand of whom it keeps out',
  'the papers are open',
  'the meeting stands',
  'the worker is its chair',
  'the worker is its administrator',
  'the worker is invited',
  'the meeting is a conference',
  'the meeting is a strategy discussion',
  'the recipient says it',
  'the row is safety data',
  'the row is intelligence',
  'the worker is of its originator',
  'the originator names the worker',
  'the row is an agency report',
  'the file is about the meeting alone',
  'the copy is given',
  'the copy is approved',
  'the worker has approved it',
  'somebody has approved it',
  'the checks met something',
  'a wall stands before the recipient',
  'the transfer is undecided',
  'another authority is asked',
  'the row is open',
  'the row is of the plan',
  'the task is given to the worker',
  'the worker is a party to it',
  'the stage is put to the worker',
  'the tie gives the plan itself',
  'the tie gives safety data to write',
  'a past moment is asked',
  'it is about the worker',
  "the post led is a service leader's",
  "the post is a service leader's",
  'the worker supervised',
  'the worker audits it',
  'it is shared with the manager',
  'the session is complete',
  'the audit is done',
  "the strand is the worker's",
  'strand has begun',
  'strand has not ended',
  "the post is in the strand's team",
  'the post is no cover',
  'the strand is with a victim',
  'the strand is with who harms the person',
  'the strand is with the person',
  'the member is of its family',
  'the member is a child',
  "the allocation is the covered worker's",
  'the person has not left the family',
  'the strand goes on',
  'the worker stands in for who works on it',
  'the worker has a strand of the chapter',
  'the chapter is of the whole family',
  'the worker led it',
  'the worker leads for the child',
  'it tells dates alone',
  'the worker is who works on it',
  "the note is of the worker's organisation",
  'the worker is of its discipline',
  'the notice names the worker',
  'the post is told',
  'paediatric liaison is told',
  'nurses or another council are told',
  'its sender lets it go further',
  'the notice stands with the record',
  'the worker is of the school',
  'the post is of a safeguarding lead',
  'the child is on the roll of the school',
  'the worker is of its sender',
  'the worker sent it',
] as const

/** Whether a reach gives a need over somebody: fixed by the table of reaches, so it can decide one way only. */
export type Cell = `${string}: ${Standing}, ${'reads' | 'writes'} ${string}`

/** A condition of the oracle, by name. */
export type Condition = (typeof twoSided)[number] | Cell

/** One condition and the way in which it should be seen to decide. */
export type Side = { readonly condition: Condition; readonly holds: boolean }

const standings: readonly Standing[] = ['own', 'sibling', 'adult']

/** Standings that a reach can be asked about: a list, a reference, a creation and a transfer are asked about their own person only. */
const ownOnly: readonly Reach[] = [
  reaches.named,
  reaches.reference,
  reaches.creator,
  reaches.transfer,
  reaches.victimsStrand,
]

/** @returns every condition with each way in which it must be seen to decide. */
export function everySide(): readonly Side[] {
  const sides: Side[] = []
  for (const condition of twoSided) sides.push({ condition, holds: true }, { condition, holds: false })
  for (const reach of Object.values(reaches)) {
    for (const standing of standings) {
      if (standing !== 'own' && ownOnly.includes(reach)) continue
      if (standing === 'sibling' && reach === reaches.strand) continue // each child of the family is its own
      for (const need of needs) {
        const verb = need.toWrite ? 'writes' : 'reads'
        const condition: Cell = `${reach.name}: ${standing}, ${verb} ${need.dataClass}`
        sides.push({ condition, holds: answers(reach[standing], need) })
      }
    }
  }
  return sides
}
