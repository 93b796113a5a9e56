import { serviceActor, type Work } from '#platform/db'
import { type Arrival, keepMessage } from '#platform/messages'
import { doubtsOf } from '../fhir/doubtsOf.ts'
import { type FhirFault, fhirFaults } from '../fhir/fhirFaults.ts'
import { type OutcomeIssue, operationOutcome } from '../fhir/outcome.ts'
import { type FhirReading, readBundle } from '../fhir/readBundle.ts'
import type { Keeping } from './keepHl7.ts'
import { type Sender, senderOfCode } from './senders.ts'

/** What was kept of a bundle, as the door answers it. */
export type TakenBundle = { readonly status: number; readonly answer: Buffer }

/** Which kind of bundle a door takes. */
type BundleType = 'message' | 'transaction'

/**
 * Keeps one FHIR bundle as it came, with its answer, in one commit; only then is the answer given. The same bundle again has the same answer,
 * with 200 in place of 202. What cannot be read, or is of an organisation for which the token does not speak, is kept too, and refused.
 * @param codes the organisation codes for which the token speaks
 */
export async function takeFhir(
  { database, sealer }: Keeping,
  bytes: Buffer,
  codes: readonly string[],
  door: BundleType,
): Promise<TakenBundle> {
  const cameAt = performance.now()
  return await database.as(serviceActor('listener'), 'messages', async work => {
    const reading = asDoorTakes(readBundle(bytes, work.now), door)
    const sender = reading.kind === 'told' ? await senderOfAll(work, reading.senders, codes) : null
    const fault = faultOf(reading, sender)
    const arrival = {
      ...arrivalOf(bytes, reading, fault, sender),
      cameAt,
      saidSender: saidBy(reading, codes),
    }
    const { answer, isNew } = await keepMessage(work, sealer, arrival)
    return { answer, status: fault === null ? statusOf(door, isNew) : fhirFaults[fault].status }
  })
}

/** A transaction answers with its own statuses, entry by entry, and is itself only ever done. */
const statusOf = (door: BundleType, isNew: boolean): number => (door === 'message' && isNew ? 202 : 200)

function asDoorTakes(reading: FhirReading, door: BundleType): FhirReading {
  if (reading.kind === 'fault' || reading.type === door) return reading
  return {
    kind: 'fault',
    fault: 'wrong_bundle_type',
    controlId: reading.controlId,
    expression: ['Bundle.type'],
  }
}

/** The sender, when the token speaks for every organisation that the message names. */
async function senderOfAll(
  work: Work,
  named: readonly [string, ...string[]],
  codes: readonly string[],
): Promise<Sender | null> {
  const found: (Sender | null)[] = []
  for (const code of named) found.push(await senderOfCode(work, code, codes))
  return found.every(one => one !== null && one.id === found[0]?.id) ? (found[0] ?? null) : null
}

function faultOf(reading: FhirReading, sender: Sender | null): FhirFault | null {
  if (reading.kind === 'fault') return reading.fault
  return sender === null ? 'sender_not_accepted' : null
}

function arrivalOf(
  bytes: Buffer,
  reading: FhirReading,
  fault: FhirFault | null,
  sender: Sender | null,
): Omit<Arrival, 'saidSender'> {
  return {
    senderId: sender?.id ?? null,
    channel: 'fhir',
    controlId: reading.controlId,
    bytes,
    answerCode: fault === null ? 'AA' : fhirFaults[fault].answer,
    answer: Buffer.from(JSON.stringify(answerOf(reading, fault))),
    fault,
  }
}

/** Whom the message names; where that cannot be read, for whom the token speaks. */
const saidBy = (reading: FhirReading, [first]: readonly string[]): string | null =>
  (reading.kind === 'told' ? reading.senders[0] : first)?.slice(0, 60) ?? null

function answerOf(reading: FhirReading, fault: FhirFault | null): object {
  if (fault !== null || reading.kind === 'fault')
    return operationOutcome([issueOf(fault ?? 'not_a_bundle', reading)])
  const outcome = operationOutcome([taken(reading.isEmergency), ...doubtsOf(reading.visit)])
  if (reading.type === 'message') return outcome
  const response = { status: '202 Accepted', outcome }
  const entry = Array.from({ length: reading.entries }, () => ({ response }))
  return { resourceType: 'Bundle', type: 'transaction-response', entry }
}

const taken = (isEmergency: boolean): OutcomeIssue => ({
  severity: 'information',
  code: 'informational',
  words: isEmergency
    ? 'The message is stored. Whoever should know of the child will be told.'
    : 'The message is stored. It is of no visit to emergency or urgent care, and nobody is told of it.',
})

function issueOf(fault: FhirFault, reading: FhirReading): OutcomeIssue {
  const { code, words, status } = fhirFaults[fault]
  const expression = reading.kind === 'fault' ? reading.expression : []
  return { severity: status === 400 ? 'fatal' : 'error', code, words, expression }
}
