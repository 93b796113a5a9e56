import type { MergeRule } from './mergeRules.ts'

/**
 * Rules for tables whose rows follow the person.
 * @param words table -> what its rows are called
 * @param columns the columns where they are not `person_id` alone; those that hold lists are named `person_ids`
 */
export function moving(
  words: Readonly<Record<string, string>>,
  columns: Readonly<Record<string, readonly string[]>> = {},
): readonly MergeRule[] {
  return Object.entries(words).flatMap(([table, text]) =>
    (columns[table] ?? ['person_id']).map(column => ({
      table,
      column,
      rule: column === 'person_ids' ? ('list' as const) : ('move' as const),
      words: text,
    })),
  )
}
