import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SETTINGS } from './settings.ts'
import { settingsPage } from './settingsPage.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/settings.md'), 'utf8')

test('docs/settings.md is what the declarations say; write it anew with src/platform/config/settingsPage.ts', () => {
  expect(page).toBe(settingsPage())
})

test('docs/settings.md has a row of four cells for every setting', () => {
  const rows = page.split('\n').filter(line => /^\| `[A-Z]/.test(line))
  expect(rows.map(line => line.match(/^\| `([A-Z0-9_]+)`/)?.[1])).toEqual(
    Object.values(SETTINGS).map(({ variable }) => variable),
  )
  for (const line of rows) expect(line.split(/(?<!\\)\|/)).toHaveLength(6)
})
