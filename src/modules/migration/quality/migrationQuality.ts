import type { QualityIssue, QualitySource } from '#modules/casework'
import type { Severity } from '../loading/childFinding.ts'
import { countFindings, findings, type KeptFinding } from '../queries/importFindings.ts'

/** Unresolved findings of imports about children the reader may see. */
export const migrationQuality: QualitySource = {
  name: 'imports',
  title: 'Import findings',
  count: work => countFindings(work, { isUnresolved: true }),
  async issues(work, offset, limit) {
    const shown = await findings(work, { isUnresolved: true }, offset, limit)
    return shown.flatMap(one => (one.personId === null ? [] : [issueOf(one, one.personId)]))
  },
}

const grave: Readonly<Record<Severity, QualityIssue['severity']>> = {
  refused: 'error',
  doubted: 'error',
  contradicted: 'query',
  information: 'information',
}

const mends: Readonly<Record<Severity, string>> = {
  refused: 'Record the right value on the child’s page, and correct it where the file came from.',
  doubted: 'Check the value with the child’s team and correct it if it is wrong.',
  contradicted: 'Find out which of the two is right; the record was left as it is.',
  information: 'Explain it in the return, or correct it if it is wrong.',
}

function issueOf(finding: KeptFinding, personId: QualityIssue['personId']): QualityIssue {
  const { element, line, raw, severity, rule, problem, runId } = finding
  const said = raw === null || raw === '' ? '' : ` (the file says "${raw.slice(0, 100)}")`
  return {
    personId,
    kind: 'import',
    rule: rule ?? element,
    problem: `${element}, line ${line ?? '?'}: ${problem}${said}`,
    mend: mends[severity],
    severity: grave[severity],
    href: `/imports/${runId}?severity=${severity}`,
  }
}
