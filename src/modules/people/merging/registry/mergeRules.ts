/**
 * What a merge does with a column that names a person: `move` gives it to the survivor, `list` replaces the person in a list of people,
 * `leave` does neither. The database finds the columns by itself (access.merge_columns); a test fails when one has no rule here, so that
 * whoever adds a table thinks of it once and says what its rows are called.
 */
export type MergeRule = {
  readonly table: string
  readonly column: string
  readonly rule: 'move' | 'list' | 'leave'
  /** What its rows are, for the page that lists what moved: "Visits and notes". */
  readonly words: string
}

/** Filled by the composition root, once. */
export const mergeRules: MergeRule[] = []

/** @returns what rows of this table are called */
export const mergeWords = (table: string): string =>
  mergeRules.find(rule => rule.table === table)?.words ?? table.replaceAll('_', ' ')
