import type { CensusChild, Finding, RuleFinding } from '../census/index.ts'
import type { ImportFinding } from './childFinding.ts'

const longest = 2000

/**
 * What the reader found, as the record keeps it. An element that the census does not know may hold anything, so its text
 * is kept apart from the coded values.
 */
export function readerFindings(
  findings: readonly Finding[],
  unknown: CensusChild['leftovers'],
): ImportFinding[] {
  const isUnknown = ({ element, line, raw }: Finding) =>
    unknown.some(left => left.element === element && left.line === line && left.raw === raw)
  return findings.map(finding => {
    const { element, line, problem, severity, rule = null } = finding
    const text = finding.raw.slice(0, longest)
    const coded = isUnknown(finding) ? { raw: null, kept: text } : { raw: text, kept: null }
    return { element, line, ...coded, severity, rule, problem }
  })
}

/**
 * Broken validation rules as findings: what the Department calls an error is doubted, a query is information. A rule that
 * the reader or the record has already spoken of at the same element is not said twice.
 */
export function ruleFindings(rules: readonly RuleFinding[], said: readonly ImportFinding[]): ImportFinding[] {
  return rules
    .filter(({ code, element }) => !said.some(one => one.rule === code && one.element === element))
    .map(({ code, severity, sentence, element, line, raw }) => ({
      element,
      line,
      raw: raw.slice(0, longest),
      kept: null,
      severity: severity === 'error' ? ('doubted' as const) : ('information' as const),
      rule: code,
      problem: sentence,
    }))
}

/** By what a finding about one child, or one line of the file, is told from another. */
export const findingKey = ({ element, raw, kept, rule, problem }: ImportFinding): string =>
  JSON.stringify([element, raw, kept, rule, problem])
