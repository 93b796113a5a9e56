/** How grave a finding is; 'contradicted': the record says otherwise, and stays as it is. */
export type Severity = 'refused' | 'doubted' | 'contradicted' | 'information'

/** One thing to say of what stood in a file, as record.import_finding keeps it. */
export type ImportFinding = {
  readonly element: string
  readonly line: number
  readonly raw: string | null
  /** In place of raw where the text may be anything, a name too. */
  readonly kept: string | null
  readonly severity: Severity
  readonly rule: string | null
  readonly problem: string
}
