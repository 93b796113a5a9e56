import type { NoteKind, VisitOutcome, VisitPurpose } from './visit.ts'

/** Kinds of note as people say them. Supervision and management oversight come from their own pages. */
export const kindWords: Readonly<Record<NoteKind | 'supervision' | 'oversight', string>> = {
  visit: 'Visit',
  telephone: 'Telephone call',
  meeting: 'Meeting',
  message: 'Letter or message',
  supervision: 'Supervision',
  oversight: 'Management oversight',
  other: 'Note',
}

export const purposeWords: Readonly<Record<VisitPurpose, string>> = {
  cp_visit: 'Child protection visit',
  cin_visit: 'Child in need visit',
  assessment_visit: 'Visit for an assessment',
  s47_visit: 'Visit in a section 47 enquiry',
  looked_after_visit: 'Statutory visit to a looked-after child',
  private_fostering_visit: 'Private fostering visit',
  other: 'Other visit',
}

export const outcomeWords: Readonly<Record<VisitOutcome, string>> = {
  held: 'Took place',
  no_access: 'No access',
  refused: 'Refused by the family',
  cancelled: 'Cancelled',
}

/** What a child's row of a note says when a correction took the child out of it. */
export const withdrawn = 'withdrawn'

/** A note in a few words: "Child protection visit", "Child in need visit: no access", "Telephone call". */
export function noteTitle(note: {
  readonly kind: string
  readonly purpose: string | null
  readonly outcome: string
}): string {
  const kind = kindWords[note.kind as NoteKind] ?? 'Note'
  const purpose = note.purpose === null ? undefined : purposeWords[note.purpose as VisitPurpose]
  const title = note.kind === 'visit' && purpose ? purpose : kind
  if (note.outcome === withdrawn) return `${title}: withdrawn`
  if (note.outcome === 'held') return title
  return `${title}: ${(outcomeWords[note.outcome as VisitOutcome] ?? note.outcome).toLowerCase()}`
}
