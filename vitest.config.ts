import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    globalSetup: './test/support/globalSetup.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
