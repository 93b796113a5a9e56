import type { Work } from '#platform/db'
import type { JointChild } from '../queries/readJoint.ts'
import { copiedTexts } from '../rules/assessmentParts.ts'
import { saveVersioned } from './saveVersioned.ts'

/**
 * Copies what was found of one child to brothers and sisters of whom nothing is written yet in the same field, to be edited
 * there. What is written of a child is never overwritten, and a child's own words are never copied.
 */
export async function copyFindings(
  work: Work,
  texts: Readonly<Record<string, string | null>>,
  others: readonly JointChild[],
): Promise<void> {
  for (const other of others) {
    const empty = copiedTexts.filter(name => other.texts[name] === null && texts[name])
    if (empty.length === 0) continue
    const copied = Object.fromEntries(empty.map(name => [name, texts[name] ?? null]))
    await saveVersioned(work, 'assessment', { id: other.assessmentId, seen: other.version }, copied)
  }
}
