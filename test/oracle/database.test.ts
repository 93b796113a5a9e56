import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { compareWorld } from './compare.ts'
import { compareWorlds, decisionsOf, type Findings, storiesOf } from './manyWorlds.ts'
import { letTimePass } from './passingTime.ts'
import { randomScene } from './randomWorld.ts'
import { openRealDatabase } from './realDatabase.ts'
import { storyOf } from './story.ts'
import { tables } from './tables.ts'

const { KITH_ORACLE_DECISIONS, KITH_ORACLE_SEED } = process.env
/** How many decisions to compare: the long form is `npm run oracle`. */
const wanted = Number(KITH_ORACLE_DECISIONS ?? 50_000)
/** Other worlds from another seed; any number. */
const seed = Number(KITH_ORACLE_SEED ?? 20_261)
/** Long forms say how far they are. */
const step = 100_000

const first = await testRecord()
const databases = [await openRealDatabase(first), await openRealDatabase(await first.another())] as const
afterAll(async () => {
  for (const database of databases) await database.close()
})

function tell(findings: Findings): void {
  const { add, change, read } = findings.comparison.decisions
  const counts = `${read} reads, ${add} additions, ${change} changes`
  process.stdout.write(
    `oracle: ${decisionsOf(findings)} decisions (${counts}) in ${findings.worlds} worlds from seed ${seed}, ` +
      `${findings.found.length} disagreements\n`,
  )
}

async function differencesAsTimePasses(restrictions: boolean): Promise<readonly string[]> {
  const stories = await Promise.all(
    databases.map(async (database, at) => {
      const [drawn] = fc.sample(randomScene(Temporal.Now.instant()), { numRuns: 1, seed: seed + at })
      if (drawn === undefined) throw new Error('fast-check drew no world')
      const scene = await letTimePass(database, drawn, { restrictions })
      const { allowed, disagreements } = await compareWorld(database, scene.world, scene.rows)
      if (allowed.read === 0) throw new Error('A world in which nobody may read anything tells nothing.')
      return disagreements.map(disagreement => storyOf(scene.world, disagreement))
    }),
  )
  return stories.flat()
}

describe('the database answers as the oracle does', () => {
  test('about every table of the record', async () => {
    const { rows } = await databases[0].superuser.query<{ name: string }>(
      "select tablename::text as name from pg_tables where schemaname = 'record' order by 1",
    )
    expect(rows.map(row => row.name)).toEqual(Object.keys(tables).sort())
  })

  test('as time passes and nobody writes', async () => {
    expect(await differencesAsTimePasses(false)).toEqual([])
  })

  // Not yet: entries are taken away when a restriction is written, not when it begins.
  test('as time passes and a restriction entered ahead begins or ends', async () => {
    expect(await differencesAsTimePasses(true)).toEqual([])
  })

  test(
    `in ${wanted} decisions about random worlds, now and as known now`,
    async () => {
      let told = step
      const findings = await compareWorlds(databases, {
        seed,
        hasEnough: so => decisionsOf(so) >= wanted,
        onWorld: so => {
          if (decisionsOf(so) < told) return
          told += step
          tell(so)
        },
      })
      tell(findings)
      const { allowed, decisions } = findings.comparison
      for (const verb of ['read', 'add', 'change'] as const) {
        expect(allowed[verb] / decisions[verb]).toBeGreaterThan(0.04)
      }
      expect(await storiesOf(databases[0], findings.found)).toEqual([])
    },
    240_000 + wanted * 4,
  )
})
