import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLog } from '#platform/log'
import { packagedBinaries, program } from './packagedBinaries.ts'
import { usableBinaries } from './usableBinaries.ts'

const asRoot = process.getuid?.() === 0
const log = makeLog({ level: 'silent' })
let folder: string
let native: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-binaries-'))
  chmodSync(folder, 0o755)
  native = join(folder, 'package', 'native')
  // As npm leaves the package when install scripts are off: without a single link.
  cpSync(packagedBinaries().native, native, {
    recursive: true,
    filter: path => !lstatSync(path).isSymbolicLink() && !path.endsWith('.a'),
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const version = (path: string) => execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' })

describe('usableBinaries', () => {
  it('restores the library links that npm could not pack', () => {
    const packaged = { native, version: '18' }
    expect(() => version(program(packaged, 'postgres'))).toThrow('shared libraries')
    expect(usableBinaries(packaged, folder, undefined, log)).toEqual(packaged)
    expect(version(program(packaged, 'postgres'))).toContain('PostgreSQL) 18')
    const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[]
    expect(links.length).toBeGreaterThan(0)
    for (const { target } of links) expect(lstatSync(join(native, '..', target)).isSymbolicLink()).toBe(true)
  })

  it.runIf(asRoot)('copies the programs when their folder is closed to the user they run as', () => {
    chmodSync(join(folder, 'package'), 0o700)
    const home = join(folder, 'home')
    mkdirSync(home)
    const nobody = { uid: 65534, gid: 65534 }
    const copy = usableBinaries({ native, version: '18' }, home, nobody, log)
    expect(copy.native).toBe(join(home, 'binaries-18'))
    const said = execFileSync(program(copy, 'postgres'), ['--version'], {
      ...nobody,
      cwd: '/',
      encoding: 'utf8',
    })
    expect(said).toContain('PostgreSQL) 18')
  })
})
