import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// Makes this Node call itself 20: the launcher then has to find the packaged one, as it would under a real Node 20.
const AS_NODE_20 = [
  '--import',
  'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.1.0"})',
]

let root: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'kith-launch-'))
  for (const folder of ['bin', 'scripts', 'node_modules']) mkdirSync(join(root, folder))
  copyFileSync(resolve('bin/launch.mjs'), join(root, 'bin/launch.mjs'))
  writeFileSync(
    join(root, 'bin/kith.ts'),
    'console.log("kith", ...process.argv.slice(2)); process.exitCode = 7',
  )
  writeFileSync(
    join(root, 'scripts/other.ts'),
    'console.log(process.versions.node, ...process.argv.slice(2))',
  )
  writeFileSync(
    join(root, 'scripts/wait.ts'),
    'process.on("SIGTERM", () => { console.log("asked to end"); process.exit(0) }); setInterval(() => {}, 1000); console.log("ready")',
  )
})
afterAll(() => rmSync(root, { recursive: true }))

function linkPackages(): void {
  rmSync(join(root, 'node_modules'), { recursive: true })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
}

function launch(nodeOptions: readonly string[], ...given: string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...nodeOptions, join(root, 'bin/launch.mjs'), ...given],
    {
      encoding: 'utf8',
    },
  )
  return { stdout, stderr, status }
}

describe('launch.mjs', () => {
  it('runs the command line in place on Node 26 and keeps its exit code', () => {
    expect(launch([], 'start', '--now')).toMatchObject({ stdout: 'kith start --now\n', status: 7 })
  })

  it('says in one sentence what to do when Node 26 is not there', () => {
    const { stderr, status } = launch(AS_NODE_20, 'start')
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Kith needs Node 26 and .*npm ci.*nodejs\.org.*\n$/)
  })

  it('asks for a script after --run', () => {
    expect(launch([], '--run').stderr).toContain('Say which script to run')
  })

  it('hands an older Node over to the packaged one', () => {
    linkPackages()
    expect(launch(AS_NODE_20, 'start')).toMatchObject({ stdout: 'kith start\n', status: 7 })
    expect(launch(AS_NODE_20, '--run', 'scripts/other.ts', 'a').stdout).toMatch(/^26\.\d+\.\d+ a\n$/)
  })

  it('passes signals on and ends as the script ends', async () => {
    const child = spawn(process.execPath, [
      ...AS_NODE_20,
      join(root, 'bin/launch.mjs'),
      '--run',
      'scripts/wait.ts',
    ])
    let output = ''
    const ended = new Promise<number | null>(settle => child.on('exit', settle))
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString()
      if (output === 'ready\n') child.kill('SIGTERM')
    })
    expect(await ended).toBe(0)
    expect(output).toBe('ready\nasked to end\n')
  })
})
