import { idOf } from './idOf.ts'
import { type MergedChild, mergeChildren } from './mergeChildren.ts'
import type { ReadChild } from './readChild.ts'

/** Children who wait until their other places are read, and places of one child; more would fill the memory. */
const MOST_WAITING = 200

const FAR =
  'Its id stood in this file before, and the two could not be put together (too far apart, or too many): the one before was taken. Put everything of one child together, and import the file again.'
const OTHER =
  'Its id stood in this file before, for a child with another date of birth and another UPN: one id cannot be two children. Give the child its own id.'

type Waiting = { merged: MergedChild; fileRules: ReadChild['fileRules']; places: number }

/**
 * Children of a file, each once: one that stands in several places comes with the last of them, put together in the order
 * of the file. Whatever the file holds, the answer follows from the file alone, so that a second reading finds the same.
 * @param times how often the ids that repeat stand in the file
 */
export async function* putTogether(
  children: AsyncIterable<ReadChild>,
  times: ReadonlyMap<string, number>,
): AsyncGenerator<ReadChild> {
  const waiting = new Map<string, Waiting>()
  const done = new Set<string>()
  const release = (id: string): ReadChild[] => {
    const ready = waiting.get(id)
    if (ready === undefined) return []
    waiting.delete(id)
    done.add(id)
    return [{ child: ready.merged.child, spare: ready.merged.spare, fileRules: ready.fileRules }]
  }
  for await (const read of children) {
    const id = idOf(read.child)
    if (id === null) yield read
    else if (done.has(id)) yield { ...read, refusal: FAR }
    else if (!times.has(id)) {
      done.add(id)
      yield read
    } else {
      yield* wait(waiting, id, read)
      const most = Math.min(times.get(id) ?? 0, MOST_WAITING)
      if ((waiting.get(id)?.places ?? 0) >= most) yield* release(id)
      if (waiting.size > MOST_WAITING) yield* release(waiting.keys().next().value ?? '')
    }
  }
  for (const id of [...waiting.keys()]) yield* release(id)
}

/** Adds a place to the child that waits; answers the place itself when it is another child's. */
function wait(waiting: Map<string, Waiting>, id: string, { child, fileRules }: ReadChild): ReadChild[] {
  const before = waiting.get(id)
  if (before === undefined) {
    waiting.set(id, { merged: { child, spare: [] }, fileRules, places: 1 })
    return []
  }
  before.places += 1
  const merged = mergeChildren(before.merged, child, before.places)
  if (merged === null) return [{ child, fileRules, refusal: OTHER }]
  before.merged = merged
  before.fileRules = [...before.fileRules, ...fileRules]
  return []
}
