/** What shows that two records are of one person; ticked by whoever asks, seen by whoever confirms. */
export const evidenceKinds = [
  { value: 'nhs_number', text: 'The same NHS number, checked with health' },
  { value: 'upn', text: 'The same unique pupil number, checked with the school' },
  { value: 'la_child_id', text: 'The same child ID in another system' },
  { value: 'birth_certificate', text: 'Birth certificate seen' },
  { value: 'identity_document', text: 'Passport or other identity document seen' },
  { value: 'family_says', text: 'The person or their family says so' },
  { value: 'professional_says', text: 'A professional who knows the person says so' },
  { value: 'born_now', text: 'The unborn child of the one record is the baby of the other' },
  { value: 'other', text: 'Something else' },
] as const

export type EvidenceKind = (typeof evidenceKinds)[number]['value']

/** @returns the words for a kind of evidence */
export const evidenceWords = (kind: string): string =>
  evidenceKinds.find(({ value }) => value === kind)?.text ?? kind
