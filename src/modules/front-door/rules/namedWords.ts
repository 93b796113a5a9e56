import type { NamedRole } from './contactWanted.ts'
import { roleWords } from './contactWords.ts'

type Named = { readonly role: NamedRole; readonly given: string | null; readonly family: string | null }

/** Somebody as a contact names them: "Ada Fenwick", "Unborn child", "Child without a name". */
export function namedWords({ role, given, family }: Named): string {
  const name = [given, family].filter(Boolean).join(' ')
  if (name !== '') return name
  return role === 'unborn_child' ? roleWords.unborn_child : `${roleWords[role]} without a name`
}

/** Children of a contact in one line: "Ada and Ben Fenwick and 1 more". */
export function childrenLine(names: readonly Named[]): string {
  const children = names.filter(({ role }) => role !== 'adult')
  if (children.length === 0) return names.length === 0 ? 'Nobody is named' : 'No child is named'
  const shown = children.slice(0, 3).map(namedWords).join(', ')
  return children.length > 3 ? `${shown} and ${children.length - 3} more` : shown
}
