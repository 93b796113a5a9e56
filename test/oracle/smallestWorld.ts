import type { Disagreement } from './compare.ts'
import type { KnownRow } from './knownRow.ts'
import type { World } from './world.ts'

/** A world cut down to what a disagreement needs, with the rows that stayed. */
export type SmallScene = { readonly world: World; readonly rows: readonly KnownRow[] }

/** Lists of facts that can be thinned out. People, workers and teams stay: other facts point at them. */
const thinned = [
  'walls',
  'conflicts',
  'transfers',
  'restrictions',
  'openings',
  'shifts',
  'strands',
  'protectionLeads',
  'involvements',
  'allocations',
  'posts',
  'familyMembers',
] as const

/**
 * Takes facts out, whole lists and then one by one, as long as the two sides still differ about the same row, so that what is left is the story.
 * @param stillDiffers loads the world and asks again, at most once for each fact and list
 */
export async function smallestWorld(
  world: World,
  rows: readonly KnownRow[],
  { row }: Disagreement,
  stillDiffers: (world: World, rows: readonly KnownRow[]) => Promise<boolean>,
): Promise<SmallScene> {
  let best: SmallScene = { world, rows }
  for (const list of thinned) {
    const facts: readonly object[] = world[list].filter(fact => fact !== row.fact && !isItsStrand(fact, row))
    for (const some of [facts, ...facts.map(fact => [fact])]) {
      const left = without(best, list, some)
      if (left.world[list].length === best.world[list].length) continue // gone already
      if (await stillDiffers(left.world, left.rows)) best = left
    }
  }
  return best
}

/** What is written of the work on a strand stands on it. */
function isItsStrand(fact: object, { strandId }: KnownRow): boolean {
  return strandId !== undefined && 'id' in fact && fact.id === strandId
}

function without(scene: SmallScene, list: (typeof thinned)[number], some: readonly object[]): SmallScene {
  const facts: readonly object[] = scene.world[list]
  const gone = [...some, ...facts.filter(fact => some.some(one => isCoverOf(fact, one)))]
  return {
    // The same facts, fewer of them: each list keeps the type of its own.
    world: { ...scene.world, [list]: facts.filter(fact => !gone.includes(fact)) },
    rows: scene.rows.filter(
      row => (row.fact === undefined || !gone.includes(row.fact)) && !some.some(one => isItsStrand(one, row)),
    ),
  }
}

/** Nobody covers a post that is not there. */
function isCoverOf(fact: object, post: object): boolean {
  return 'coversId' in fact && fact.coversId !== undefined && 'id' in post && fact.coversId === post.id
}
