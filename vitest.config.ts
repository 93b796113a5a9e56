import { configDefaults, defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longestFirst.ts'
import { leftToAnotherDay } from './test/support/spreadOut.ts'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...leftToAnotherDay(process.argv.slice(2))],
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    globalSetup: './test/support/globalSetup.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
