import type { Work } from '#platform/db'
import type { FileStore, Unread } from '#platform/files'
import type { Uuid } from '#platform/ids'
import { tellOfHeld } from '../commands/tellOfHeld.ts'
import { knowsOf } from '../rules/knowsOf.ts'
import { changePart, type DocumentPart } from './documentParts.ts'
import { lookThrough } from './lookThrough.ts'
import type { DocumentRow } from './readDocuments.ts'
import { type Audience, scanWords } from './words.ts'

/** What came of a decision who may be shown a part. */
export type Decided =
  | { readonly outcome: 'decided' | 'held' | 'not_released' | 'changed_meanwhile' }
  /** Nobody but a person can read this file, and nobody has said that they did. */
  | { readonly outcome: 'must_read'; readonly unread: Unread }

type Decision = {
  /** Of the part that the decision was made on. */
  readonly version: number
  readonly mayBeShownTo: readonly Audience[]
  /** The decider says that they read all of a file that Kith cannot read, and that it gives nobody away. */
  readonly hasReadThrough: boolean
}

/**
 * Decides who may be shown a part (domain rule AC4). Showing it to fewer needs nothing else; before anybody else may see it, the file
 * is looked through: what tells a protected address is held for two people, and what cannot be read is read by the decider.
 */
export async function decidePart(
  work: Work,
  store: FileStore,
  document: DocumentRow,
  part: DocumentPart,
  { version, mayBeShownTo, hasReadThrough }: Decision,
): Promise<Decided> {
  if (version !== part.version) return { outcome: 'changed_meanwhile' }
  const asked = { id: part.id, version, documentId: document.id }
  const decided = {
    may_be_shown_to: [...mayBeShownTo],
    decided_by: work.actor.id,
    decided_at: work.now,
    ...LET_GO,
  }
  if (mayBeShownTo.every(one => part.mayBeShownTo.includes(one)))
    return outcome(await changePart(work, asked, decided))
  if (!scanWords[document.scan].isReleased) return { outcome: 'not_released' }
  const { hits, unread } = await lookThrough(work, store, document)
  if (unread !== null && !hasReadThrough) return { outcome: 'must_read', unread }
  const readThrough = unread === null ? {} : { read_through_by: work.actor.id, read_through_at: work.now }
  if (hits.length === 0) return outcome(await changePart(work, asked, { ...decided, ...readThrough }))
  const held = await changePart(work, asked, {
    wanted_for: [...mayBeShownTo],
    held_because: JSON.stringify({ hits, releases: [] }),
    released_by: [],
    ...readThrough,
  })
  if (!held) return { outcome: 'changed_meanwhile' }
  await tellOfHeld(work, 'part_held', document)
  return { outcome: 'held' }
}

const LET_GO = { wanted_for: null, held_because: null, released_by: [] as Uuid[] }
const outcome = (isChanged: boolean): Decided => ({ outcome: isChanged ? 'decided' : 'changed_meanwhile' })

/** What came of somebody's release. */
export type PartReleased = 'once' | 'shown' | 'already_yours' | 'changed_meanwhile'

/**
 * One of two people says, with a reason, that a held part may be shown to those it is wanted for. The second makes it so, unless the
 * file by then tells of somebody of whom neither knew.
 */
export async function releasePart(
  work: Work,
  store: FileStore,
  document: DocumentRow,
  part: DocumentPart,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<PartReleased> {
  const { held, wantedFor } = part
  const asked = { id: part.id, version, documentId: document.id }
  if (held === null || part.releasedBy.length >= 2 || version !== part.version) return 'changed_meanwhile'
  if (part.releasedBy.includes(work.actor.id)) return 'already_yours'
  const { hits } = await lookThrough(work, store, document)
  if (!knowsOf(held.hits, hits)) {
    await changePart(work, asked, { held_because: JSON.stringify({ hits, releases: [] }), released_by: [] })
    return 'changed_meanwhile'
  }
  const isSecond = part.releasedBy.length === 1
  const changed = await changePart(work, asked, {
    held_because: JSON.stringify({
      hits: held.hits,
      releases: [...held.releases, { by: work.actor.id, reason }],
    }),
    released_by: [...part.releasedBy, work.actor.id],
    ...(isSecond ? { may_be_shown_to: [...wantedFor], decided_by: work.actor.id, decided_at: work.now } : {}),
  })
  if (!changed) return 'changed_meanwhile'
  return isSecond ? 'shown' : 'once'
}
