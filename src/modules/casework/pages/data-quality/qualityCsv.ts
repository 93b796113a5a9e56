import type { Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { QualityIssue } from '../../queries/qualityIssues.ts'

/** What to call a child, and the authority's number. */
export type ChildNames = ReadonlyMap<Uuid, { readonly label: string; readonly laChildId: string | null }>

/** Findings, as filtered, for a spreadsheet. */
export function qualityCsv(
  issues: readonly QualityIssue[],
  names: {
    readonly source: string
    readonly children: ChildNames
    readonly workers: ReadonlyMap<Uuid, string>
    readonly teams: ReadonlyMap<Uuid, string>
  },
): Reply {
  return {
    kind: 'csv',
    fileName: `data-quality-${names.source}.csv`,
    header: [
      'Child',
      'LA child ID',
      'Rule',
      'Problem',
      'Date',
      'How to mend it',
      'How serious',
      'Worker',
      'Team',
      'What asks for it',
    ],
    rows: issues.map(issue => {
      const child = issue.personId === null ? undefined : names.children.get(issue.personId)
      return [
        child?.label,
        child?.laChildId,
        issue.rule,
        issue.problem,
        issue.on,
        issue.mend,
        issue.severity,
        issue.workerId && names.workers.get(issue.workerId),
        issue.teamId && names.teams.get(issue.teamId),
        issue.basis,
      ]
    }),
    shown: { resource: 'data_quality', subjectIds: subjectsOf(issues), action: 'export' },
  }
}

/** Whose findings these are, each once. */
export const subjectsOf = (issues: readonly QualityIssue[]): readonly Uuid[] => [
  ...new Set(issues.flatMap(({ personId }) => (personId === null ? [] : [personId]))),
]
