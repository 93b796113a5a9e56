/** One thing that an OperationOutcome says. Codes: hl7.org/fhir/R4, value set issue-type. */
export type OutcomeIssue = {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information'
  readonly code:
    | 'structure'
    | 'value'
    | 'required'
    | 'invalid'
    | 'not-supported'
    | 'forbidden'
    | 'login'
    | 'too-long'
    | 'throttled'
    | 'exception'
    | 'transient'
    | 'informational'
    | 'not-found'
    | 'incomplete'
  /** For whoever runs the system that sent; never anything that the message says of anybody. */
  readonly words: string
  /** A code of the service's own, where its guide names one. */
  readonly detail?: string
  /** Where it stands: Patient.birthDate. */
  readonly expression?: readonly string[]
}

export const FHIR_JSON = 'application/fhir+json; fhirVersion=4.0; charset=utf-8'

/** An OperationOutcome as FHIR R4 writes it. */
export const operationOutcome = (issues: readonly OutcomeIssue[]) => ({
  resourceType: 'OperationOutcome' as const,
  issue: issues.map(({ severity, code, words, detail, expression }) => ({
    severity,
    code,
    ...(detail === undefined ? {} : { details: { coding: [{ code: detail }] } }),
    diagnostics: words,
    ...(expression && expression.length > 0 ? { expression } : {}),
  })),
})
