import type { Uuid } from '#platform/ids'
import type { QualityIssue } from '../../queries/qualityIssues.ts'
import type { Severity } from '../../registry/qualitySource.ts'

/** What to narrow findings by; each left out means all. */
export type IssueChoice = {
  readonly rule?: string | undefined
  readonly severity?: Severity | undefined
  readonly worker?: Uuid | undefined
  readonly team?: Uuid | undefined
  readonly child?: Uuid | undefined
}

/** The findings that a choice leaves, in the same order. */
export function chosenIssues(issues: readonly QualityIssue[], choice: IssueChoice): readonly QualityIssue[] {
  return issues.filter(
    issue =>
      (choice.rule === undefined || issue.rule === choice.rule) &&
      (choice.severity === undefined || issue.severity === choice.severity) &&
      (choice.worker === undefined || issue.workerId === choice.worker) &&
      (choice.team === undefined || issue.teamId === choice.team) &&
      (choice.child === undefined || issue.personId === choice.child),
  )
}

/** How many findings there are for each value, most first. */
export function countBy<Key>(
  issues: readonly QualityIssue[],
  keyOf: (issue: QualityIssue) => Key,
): readonly (readonly [Key, number])[] {
  return [...Map.groupBy(issues, keyOf)]
    .map(([key, group]) => [key, group.length] as const)
    .toSorted(([, one], [, other]) => other - one)
}

const MOST_CHILDREN = 20

/** The children of whom most is found, and how much: a page of them, since a whole authority has thousands. */
export const countByChild = (issues: readonly QualityIssue[]): readonly (readonly [Uuid, number])[] =>
  countBy(issues, ({ personId }) => personId)
    .flatMap(([id, count]) => (id === null ? [] : [[id, count] as const]))
    .slice(0, MOST_CHILDREN)
