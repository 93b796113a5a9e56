import { problemAnswer, type SystemAnswer, type SystemRoute } from '#platform/http'
import type { FaultCode } from '../hl7/faults.ts'
import { keepHl7, type Taken } from './keepHl7.ts'

const TYPE = 'application/hl7-v2'

/** Told apart for engines that look at nothing but the status: send again, or do not. */
function statusOf(fault: FaultCode | null): number {
  if (fault === null) return 200
  return fault === 'sender_not_accepted' ? 403 : 400
}

/** The door for hospitals over HTTPS, for trusts behind an integration engine: the answer is the same acknowledgement. */
export const hl7Route: SystemRoute = {
  method: 'POST',
  url: '/hl7/v2',
  scope: 'attendance.write',
  summary: 'Take one HL7 version 2 message',
  takes: [TYPE, 'application/hl7-v2+er7', 'x-application/hl7-v2+er7'],
  refuse: problemAnswer,
  async handle({ system, database, sealer, body }): Promise<SystemAnswer> {
    const codes = system?.codes ?? []
    const [taken] = await keepHl7(
      { database, sealer },
      [{ raw: body, cameAt: performance.now(), proof: { codes } }],
      'hl7_http',
    )
    const { answer, fault } = taken as Taken // one for one
    return { status: statusOf(fault), type: TYPE, body: answer }
  },
}
