import { describe, expect, it } from 'vitest'
import { makeProgress } from './index.ts'

function shown(isTTY: boolean) {
  let time = 0
  const written: string[] = []
  const progress = makeProgress({ isTTY, write: text => written.push(text) }, () => time)
  return { progress, written, wait: (milliseconds: number) => (time += milliseconds) }
}

describe('progress away from a terminal', () => {
  it('writes a line every few seconds, and one at the end', () => {
    const { progress, written, wait } = shown(false)
    progress.step(0, 200, 'families')
    progress.step(50, 200, 'families')
    wait(5000)
    progress.step(100, 200, 'families')
    progress.step(200, 200, 'families')
    expect(written).toEqual([
      'families: 0 of 200 (0%)\n',
      'families: 100 of 200 (50%)\n',
      'families: 200 of 200 (100%)\n',
    ])
  })
})

describe('progress on a terminal', () => {
  it('redraws one line and ends it when done', () => {
    const { progress, written, wait } = shown(true)
    progress.step(1, 2, 'rows')
    wait(100)
    progress.step(2, 2, 'rows')
    expect(written[0]).toBe(`\r\u001b[K[${'#'.repeat(15)}${'.'.repeat(15)}] rows: 1 of 2 (50%)`)
    expect(written[1]?.endsWith('rows: 2 of 2 (100%)\n')).toBe(true)
  })

  it('gives way to a message once', () => {
    const { progress, written } = shown(true)
    progress.step(3, 0, 'rows')
    progress.clear()
    progress.clear()
    expect(written.map(text => text.replace(/\[.*\]/, ''))).toEqual(['\r\u001b rows: 3', '\r\u001b[K'])
  })
})
