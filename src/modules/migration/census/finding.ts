/** Refused: the value is not taken. Doubted: taken, but someone should look. Information: nothing is lost or in doubt. */
export type FindingSeverity = 'refused' | 'doubted' | 'information'

/** One thing to say about the file, with the place to mend it. */
export interface Finding {
  /** The authority's id of the child; undefined for the header and the file, or when the child has none. */
  readonly childId: string | undefined
  /** Where it stands, such as `CINdetails[2]/Section47[1]/S47ActualStartDate`. */
  readonly element: string
  readonly line: number
  readonly raw: string
  /** What is wrong, as a sentence. */
  readonly problem: string
  readonly severity: FindingSeverity
  /** Code of the census validation rule that says the same, such as `8640`. */
  readonly rule?: string
}
