/** Something in the audit that is not as it was sealed. Ids and places only. */
export type Finding =
  | { readonly kind: 'altered_entry' | 'removed_entry' | 'inserted_entry'; readonly entryId: number }
  | { readonly kind: 'altered_leaf' | 'unsealed_leaf'; readonly position: number; readonly entryId: number }
  | { readonly kind: 'removed_leaf'; readonly position: number }
  | { readonly kind: 'altered_seal'; readonly size: number }
  /** The entries between these places do not make the root that was sealed, though each fits its own leaf. */
  | { readonly kind: 'rewritten'; readonly from: number; readonly size: number; readonly entryId: number }
  | { readonly kind: 'truncated'; readonly size: number; readonly witnessed: number }
  | { readonly kind: 'contradicted'; readonly size: number; readonly witnessedAt: string }
  | { readonly kind: 'witness_unreadable'; readonly line: number }

/** The finding in words, for whoever runs the verification. */
export function findingSentence(finding: Finding): string {
  switch (finding.kind) {
    case 'altered_entry':
      return `Entry ${finding.entryId} was altered after it was sealed.`
    case 'removed_entry':
      return `Entry ${finding.entryId} was removed after it was sealed.`
    case 'inserted_entry':
      return `Entry ${finding.entryId} was put in behind the seal: it pretends to be older than entries already sealed.`
    case 'altered_leaf':
      return `The leaf at ${finding.position}, of entry ${finding.entryId}, was altered; the entry is as it was sealed.`
    case 'unsealed_leaf':
      return `The leaf at ${finding.position}, of entry ${finding.entryId}, stands under no seal: a seal was removed or the leaf put in.`
    case 'removed_leaf':
      return `The leaf at ${finding.position} was removed.`
    case 'altered_seal':
      return `The seal over ${finding.size} entries, or the one before it, was altered, removed or put in.`
    case 'rewritten':
      return `Entries at ${finding.from} to ${finding.size - 1}, from entry ${finding.entryId} on, were rewritten with their leaves, or moved: they do not make the root that was sealed.`
    case 'truncated':
      return `The witness saw ${finding.witnessed} entries sealed, the database has ${finding.size}: the end was cut off.`
    case 'contradicted':
      return `The first ${finding.size} entries are not those that the witness saw sealed at ${finding.witnessedAt}: they were rewritten together with their seals.`
    case 'witness_unreadable':
      return `Line ${finding.line} of the witness file cannot be read: it was damaged or altered.`
  }
}
