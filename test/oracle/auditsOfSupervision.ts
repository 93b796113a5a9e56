import type { Uuid } from '#platform/ids'
import { isLineOf } from './lineOf.ts'
import { isAuthor } from './notes.ts'
import type { Question } from './question.ts'
import type { Row, World } from './world.ts'

type Post = World['posts'][number]

/** "An audit is of whoever supervised": for its auditor, for them, and for the line of both. */
export function readsAudit(question: Question, row: Row): boolean {
  return isAuthor(question, row) || isSupervisor(question, row) || isLineOfBoth(question, row)
}

export function drawsAudit(question: Question, row: Row): boolean {
  if (!isLineOfBoth(question, row)) return false
  return isAuthor(question, row) || mayAudit(question, row.authorId)
}

/** Somebody else who is drawn is a manager or leads an area. */
function mayAudit({ world, today }: Question, workerId: Uuid | undefined): boolean {
  const isNow = (one: Post) =>
    Temporal.PlainDate.compare(one.startedOn, today) <= 0 &&
    (one.endedOn === null || Temporal.PlainDate.compare(today, one.endedOn) <= 0)
  const roles = ['team_manager', 'service_leader']
  return world.posts.some(one => one.workerId === workerId && roles.includes(one.role) && isNow(one))
}

function isLineOfBoth(question: Question, row: Row): boolean {
  return isLineOf(question, row.workerId) && isLineOf(question, row.writerId)
}

/** Of a draw the audit that was drawn. */
export function auditOf({ readerIds, ...row }: Row): Row {
  const [authorId] = readerIds ?? []
  return authorId === undefined ? row : { ...row, authorId }
}

/** Who held the session that it is of. */
export function isSupervisor({ holds, worker }: Question, row: Row): boolean {
  return holds('the worker supervised', row.writerId === worker.id)
}
