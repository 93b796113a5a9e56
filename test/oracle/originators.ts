import type { Question } from './question.ts'
import type { Row } from './world.ts'

/** C4: "workers of the originating organisation and those its originator named". */
export function isLetIn(question: Question, row: Row): boolean {
  const { holds, worker } = question
  const { allowedIds = [] } = row
  if (isOfOriginator(question, row)) return true
  return holds('the originator names the worker', allowedIds.includes(worker.id))
}

/** Whether it came from the worker's own organisation. */
export function isOfOriginator({ holds, worker }: Question, { originatorId }: Row): boolean {
  const isTheirs = originatorId !== undefined && worker.organisationId === originatorId
  return holds('the worker is of its originator', isTheirs)
}
