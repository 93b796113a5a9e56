import type { SystemAnswer, SystemRefusal } from '#platform/http'
import { FHIR_JSON, type OutcomeIssue, operationOutcome } from './outcome.ts'

const codes: Readonly<Record<SystemRefusal['code'], OutcomeIssue['code']>> = {
  no_token: 'login',
  wrong_scope: 'forbidden',
  too_large: 'too-long',
  wrong_type: 'not-supported',
  too_many: 'throttled',
  unreadable: 'structure',
  failed: 'exception',
  away: 'transient',
}

/** A refusal in the words of FHIR. */
export const refuseInFhir = ({ status, code, words }: SystemRefusal): SystemAnswer => ({
  status,
  type: FHIR_JSON,
  body: JSON.stringify(operationOutcome([{ severity: 'error', code: codes[code], words }])),
})
