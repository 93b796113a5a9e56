import { compareWorld } from './compare.ts'
import type { Found } from './manyWorlds.ts'
import type { RealDatabase } from './realDatabase.ts'
import { smallestWorld } from './smallestWorld.ts'
import { storyOf } from './story.ts'

/** @returns how many there are of each kind, then the smallest story of the first of a few kinds. */
export async function storiesOf(
  database: RealDatabase,
  found: readonly Found[],
  most = 4,
): Promise<readonly string[]> {
  const kinds = Map.groupBy(found, kindOf)
  const stories = [...kinds].map(([kind, all]) => `${all.length} times: ${kind}`)
  for (const [first] of [...kinds.values()].slice(0, most)) {
    if (first) stories.push(await smallStory(database, first))
  }
  return stories
}

function kindOf({ scene, disagreement: { workerId, verb, row, oracle } }: Found): string {
  const worker = scene.world.workers.find(one => one.id === workerId)
  const what = `${row.isProposed ? 'proposed ' : ''}${row.isConfidential ? 'confidential ' : ''}${row.table}`
  const refused = oracle ? 'refused by the database' : 'refused by the oracle'
  return `${worker?.class} to ${verb} ${what}${scene.world.isPast ? ' as known' : ''}, ${refused}`
}

/** Rows that facts and the row itself may point at; the others only cost time. */
const pointedAt = [
  'family',
  'household',
  'note',
  'contact',
  'contact_person',
  'approval',
  'joint_assessment',
  'document',
  'letter',
  'court_chronology',
  'organisation',
  'paper',
  'paper_part',
  'paper_copy',
  'family_account',
  'workbook',
  'group_supervision',
  'supervision_session',
  'supervision_sample',
  'health_sender',
  'neighbour_council',
  'attendance',
  'partner_notice',
  'contribution',
  'lead_supervision',
  'partner_system',
  'subscription',
  'disclosure',
  'protection_status',
  'protection_file',
]

/** For how many milliseconds one story is made smaller. */
const patience = 30_000

async function smallStory(database: RealDatabase, { scene, disagreement }: Found): Promise<string> {
  const { row, verb, workerId } = disagreement
  const rows = scene.rows.filter(
    one => one === row || one.fact !== undefined || pointedAt.includes(one.table),
  )
  const enough = performance.now() + patience
  const small = await smallestWorld(scene.world, rows, disagreement, async (world, left) => {
    if (performance.now() > enough) return false // it stays as large as it is: better than a run that is cut off
    await database.load(world, left)
    const side = world.isPast ? await database.asKnownNow() : database
    const again = await compareWorld(side, world, [row], [verb])
    return again.disagreements.some(one => one.workerId === workerId)
  })
  return storyOf(small.world, disagreement)
}
