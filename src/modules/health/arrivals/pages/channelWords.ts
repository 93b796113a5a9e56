const words: Readonly<Record<string, string>> = {
  mllp: 'The door for hospitals',
  hl7_http: 'HL7 over HTTPS',
  fhir: 'FHIR',
  mesh: 'MESH mailbox',
  form: 'A form',
}

/** The door that a message came by, in words. */
export const channelWords = (channel: string): string => words[channel] ?? channel
