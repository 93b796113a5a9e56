import type { OutcomeIssue } from './outcome.ts'

/** Why a bundle is not taken. A message that nobody would read is refused: its sender must not think that somebody has it. */
export const fhirFaults = {
  not_json: {
    status: 400,
    answer: 'AE',
    code: 'structure',
    words: 'The body is not JSON, or was cut short. Send it again whole.',
  },
  too_deep: {
    status: 400,
    answer: 'AE',
    code: 'structure',
    words: 'The JSON is nested deeper than any resource of FHIR.',
  },
  not_a_bundle: {
    status: 400,
    answer: 'AE',
    code: 'structure',
    words: 'The body is not a Bundle as FHIR R4 describes it.',
  },
  wrong_bundle_type: {
    status: 400,
    answer: 'AE',
    code: 'value',
    words: 'Send a Bundle of type message to $process-message, and of type transaction to the base.',
  },
  header_missing: {
    status: 422,
    answer: 'AE',
    code: 'required',
    words: 'The first entry of a message is its MessageHeader.',
  },
  event_not_used: {
    status: 422,
    answer: 'AE',
    code: 'not-supported',
    words:
      'MessageHeader.event: this event is not read here, and nobody would have been told. See the CapabilityStatement.',
  },
  encounter_missing: {
    status: 422,
    answer: 'AE',
    code: 'required',
    words: 'There is no Encounter, or more than one and MessageHeader.focus does not say which.',
  },
  patient_missing: {
    status: 422,
    answer: 'AE',
    code: 'required',
    words: 'There is no Patient whom the Encounter is of.',
  },
  patient_empty: {
    status: 422,
    answer: 'AE',
    code: 'required',
    words: 'Patient names nobody: no identifier, name or date of birth.',
  },
  resource_wrong: {
    status: 422,
    answer: 'AE',
    code: 'invalid',
    words: 'An element is not as FHIR R4 describes it.',
  },
  sender_missing: {
    status: 422,
    answer: 'AE',
    code: 'required',
    words:
      'Nothing says which organisation sends: MessageHeader.sender or Encounter.serviceProvider, by its ODS code.',
  },
  sender_not_accepted: {
    status: 403,
    answer: 'AR',
    code: 'forbidden',
    words: 'This token does not speak for the organisation that the message names.',
  },
} as const satisfies Record<
  string,
  { status: number; answer: 'AE' | 'AR'; code: OutcomeIssue['code']; words: string }
>

export type FhirFault = keyof typeof fhirFaults
