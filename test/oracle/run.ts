import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * The long comparison of the database with the oracle: ten million decisions, or as many as KITH_ORACLE_DECISIONS says, about worlds
 * that no run has seen before unless KITH_ORACLE_SEED names one.
 */
const ran = spawnSync(
  process.execPath,
  [
    join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs'),
    'run',
    'test/oracle/database.test.ts',
    ...process.argv.slice(2),
  ],
  {
    stdio: 'inherit',
    env: {
      KITH_ORACLE_DECISIONS: '10000000',
      KITH_ORACLE_SEED: String(process.pid * 10_000),
      ...process.env,
    },
  },
)
process.exitCode = ran.status ?? 1
