/** `AR`: not accepted, whatever its content. `AE`: the content is at fault, and the same again would be too. */
export const faults = {
  empty: { answer: 'AR', words: 'The message is empty.' },
  not_hl7: { answer: 'AR', words: 'The message does not begin with an MSH segment.' },
  not_hl7_markup: { answer: 'AR', words: 'XML or HTML was sent where an HL7 version 2 message belongs.' },
  control_id_missing: { answer: 'AR', words: 'MSH-10, the message control id, is blank.' },
  version_not_accepted: { answer: 'AR', words: 'MSH-12: this version is not accepted. Send 2.3 to 2.5.1.' },
  cut_short: { answer: 'AR', words: 'The message was cut short. Send it again whole.' },
  too_large: { answer: 'AR', words: 'The message is larger than is accepted here.' },
  sender_not_accepted: {
    answer: 'AR',
    words: 'MSH-3 and MSH-4: this sender is not accepted on this connection.',
  },
  not_stored: { answer: 'AR', words: 'The message could not be stored. Send it again later.' },
  message_type_missing: { answer: 'AE', words: 'MSH-9, the message type, is missing.' },
  patient_missing: { answer: 'AE', words: 'The PID segment is missing.' },
  patient_empty: { answer: 'AE', words: 'PID names nobody: no identifier, name or date of birth.' },
  visit_missing: { answer: 'AE', words: 'The PV1 segment is missing.' },
  merged_missing: { answer: 'AE', words: 'The MRG segment is missing.' },
} as const satisfies Record<string, { answer: 'AE' | 'AR'; words: string }>

export type FaultCode = keyof typeof faults
