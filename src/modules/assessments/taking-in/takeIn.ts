import type { Work } from '#platform/db'
import { noteChange } from '../commands/noteChange.ts'
import { type Clash, saveVersioned } from '../commands/saveVersioned.ts'
import type { Joint } from '../queries/readJoint.ts'
import type { Destination } from './destinations.ts'
import { type Chosen, keepSource } from './sourcesOf.ts'

/** The text of a part with the chosen pieces after it, each under the line that says where it comes from. */
export const textWith = (text: string | null, chosen: readonly Chosen[]): string =>
  [
    ...(text === null ? [] : [text]),
    ...chosen.map(({ offer }) => `${offer.line}\n${offer.words.trim()}`),
  ].join('\n\n')

/** Chosen pieces by the part that they go to, in the order in which they stand on the page. */
export const byDestination = (
  chosen: readonly Chosen[],
): readonly { readonly destination: Destination; readonly chosen: readonly Chosen[] }[] =>
  [...Map.groupBy(chosen, ({ destination }) => destination.code).values()].flatMap(group => {
    const [first] = group
    return first === undefined ? [] : [{ destination: first.destination, chosen: group }]
  })

/**
 * Takes what was chosen into its parts and keeps where it came from. The rows are locked and read by the caller, who has compared the
 * parts with what the form showed: nothing is saved in part.
 */
export async function takeIn(
  work: Work,
  joint: Joint,
  chosen: readonly Chosen[],
): Promise<'saved' | 'closed'> {
  const rows = Map.groupBy(byDestination(chosen), ({ destination }) => destination.row.id)
  for (const parts of rows.values()) {
    const [first] = parts
    if (first === undefined) continue
    const { table, row } = first.destination
    const texts = Object.fromEntries(
      parts.map(part => [part.destination.column, textWith(part.destination.text, part.chosen)]),
    )
    const saved = await saveVersioned(work, table, { id: row.id, seen: row.version }, texts)
    if (saved.outcome !== 'saved') return 'closed'
  }
  for (const one of chosen) await keepSource(work, joint.id, one)
  await noteChange(work, joint)
  return 'saved'
}

/** Both texts of each part that somebody wrote in since the form was opened. */
export const clashesOf = (
  chosen: readonly Chosen[],
  isSeen: (destination: Destination) => boolean,
): readonly (Clash & { readonly label: string })[] =>
  byDestination(chosen)
    .filter(({ destination }) => !isSeen(destination))
    .map(part => ({
      label: part.destination.label,
      column: part.destination.column,
      yours: textWith(part.destination.text, part.chosen),
      now: part.destination.text,
    }))
