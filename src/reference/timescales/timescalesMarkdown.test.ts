import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clockDefinitions } from '../clocks/clockDefinitions.ts'
import { timescalesMarkdown } from './timescalesMarkdown.ts'

const page = readFileSync(new URL('../../../docs/timescales.md', import.meta.url), 'utf8')

describe('docs/timescales.md', () => {
  it('is what the definitions say; write it anew with src/reference/timescales/write.ts', () => {
    expect(page).toBe(timescalesMarkdown(clockDefinitions))
  })

  it('has a row of seven cells for every clock', () => {
    const rows = page.split('\n').filter(line => /^\| `[A-Z]/.test(line))
    expect(rows.map(line => line.match(/^\| `([A-Z0-9_]+)`/)?.[1])).toEqual(
      clockDefinitions.map(({ id }) => id),
    )
    expect(rows.every(line => line.split(/(?<!\\)\|/).length === 9)).toBe(true)
  })
})
