import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readAuthorities } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-authorities-'))
afterAll(() => rmSync(folder, { recursive: true }))

function read(content: string) {
  const path = join(folder, 'authorities.json')
  writeFileSync(path, content)
  return readAuthorities(path)
}

const wold = { databaseUrl: 'postgresql://s:1@db/wold', databaseOwnerUrl: 'postgresql://o:2@db/wold' }

describe('readAuthorities', () => {
  it('reads host names and their databases', () => {
    const result = read(JSON.stringify({ 'wold.kith.example': wold }))
    expect(result.ok && result.authorities.get('wold.kith.example')).toEqual(wold)
  })

  it.each([
    ['{', 'is not JSON'],
    [JSON.stringify({ 'wold.kith.example': { databaseUrl: 'x' } }), 'wold.kith.example > databaseUrl'],
    [JSON.stringify({ 'Wold Kith': wold }), 'is wrong at Wold Kith'],
    [JSON.stringify({ a: wold, b: wold }), 'two hosts the same database'],
  ])('refuses %s', (content, sentence) => {
    const result = read(content)
    expect(result.ok ? '' : result.problem).toContain(sentence)
  })

  it('refuses a file that is not there', () => {
    const result = readAuthorities(join(folder, 'none.json'))
    expect(result.ok ? '' : result.problem).toContain('cannot be read')
  })
})
