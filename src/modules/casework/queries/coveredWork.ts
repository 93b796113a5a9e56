import { type Cover, covers, coversOn, isPractising } from '#modules/agencies'
import type { Work } from '#platform/db'
import { type WorkItem, workList } from './workList.ts'

/** Cover of practitioners that stands today, and that the acting person gives or has. */
export async function standingIn(work: Work): Promise<readonly Cover[]> {
  const me = work.actor.id
  return (await covers(work)).filter(
    cover =>
      isPractising(cover) && coversOn(cover, work.today) && (cover.workerId === me || cover.holderId === me),
  )
}

/**
 * What those have to do whom the acting person covers today, as far as cover lets it be seen. Nothing moves: it is read as theirs, and
 * is theirs alone again when the cover ends.
 * @param own what the reader has to do anyway: it is not said twice
 */
export async function coveredWork(
  work: Work,
  standing: readonly Cover[],
  own: readonly WorkItem[],
): Promise<readonly WorkItem[]> {
  const seen = new Set(own.map(({ id }) => id))
  const items: WorkItem[] = []
  for (const { holderId, holderName, workerId } of standing) {
    if (workerId !== work.actor.id) continue
    for (const item of await workList(work, holderId)) {
      if (seen.has(item.id)) continue
      seen.add(item.id)
      items.push({ ...item, forName: holderName })
    }
  }
  return items
}
