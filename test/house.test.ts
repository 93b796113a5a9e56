import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const tool = (name: string, ...args: string[]) => {
  const ran = spawnSync(join(root, 'node_modules/.bin', name), args, { cwd: root, encoding: 'utf8' })
  return { status: ran.status, said: `${ran.stdout}${ran.stderr}` }
}

test('every type holds', () => {
  // One checker knows each type once: several know them all several times, and other tests run beside it.
  expect(tool('tsc', '--noEmit', '--checkers', '1')).toEqual({ status: 0, said: '' })
})

test('lint and format hold', () => {
  const { status, said } = tool('biome', 'check', '--diagnostic-level=error', '.')
  expect(status, said).toBe(0)
})
