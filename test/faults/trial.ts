import type { LightMyRequestResponse } from 'fastify'
import { SUBMISSION_FIELD } from '#platform/http'
import type { Filled, Stage } from '../routes/shapes.ts'
import { type Change, type Contents, changeOf, type Reader } from './contents.ts'
import type { Fault, FaultKind } from './statementFaults.ts'

/** What a write is tried with. */
export type Trial = { readonly stage: Stage; readonly faults: Fault; readonly reader: Reader }

/** Statements that say whose session it is: begin, read, commit, and once a minute the mark that it is in use. */
export const BEFORE_THE_FORM = 4

/** A form under its submission key. */
export type Keyed = { readonly filled: Filled; readonly key: string }

export type Answer = LightMyRequestResponse

/** Sends it. */
export const send = ({ stage }: Trial, { filled, key }: Keyed): Promise<Answer> =>
  stage.visitors[filled.by].post(filled.url, { ...filled.fields, [SUBMISSION_FIELD]: key })

/** What came of a form, one of whose statements failed if there were so many. */
export type Outcome = {
  readonly answer: Answer
  readonly isHit: boolean
  /** Statements that it sent, the failing one among them. */
  readonly sent: number
  readonly change: Change
}

/** Sends it with a fault after so many statements, and tells what is otherwise than before. */
export async function sendFailing(
  trial: Trial,
  keyed: Keyed,
  fault: { readonly after: number; readonly kind: FaultKind },
  before: Contents,
): Promise<Outcome> {
  const { faults, reader } = trial
  faults.failAfter(fault.after, fault.kind)
  const answer = await send(trial, keyed)
  const { isHit, sent } = faults
  faults.letThrough()
  if (fault.kind === 'cut') await reader.settled()
  return { answer, isHit, sent, change: changeOf(before, await reader.read()) }
}
