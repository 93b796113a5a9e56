import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import type { ServerUser } from './serverUser.ts'

/** How PostgreSQL's programs are run: as the server's user, in a folder it may enter, knowing none of our secrets from the environment. */
export function programOptions(user: ServerUser | undefined, cwd: string): SpawnOptions {
  // Windows needs several of its own variables, so there the environment is passed on.
  const env = process.platform === 'win32' ? {} : { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } }
  return { ...user, ...env, cwd }
}

/** How a program ended, with all that it said. */
export interface ProgramEnd {
  readonly code: number | null
  readonly words: string
}

/** Runs a program to its end, with `input` on its standard input. Rejects only when it cannot be started. */
export function runProgram(
  path: string,
  given: readonly string[],
  options: SpawnOptions,
  input = '',
): Promise<ProgramEnd> {
  const child: ChildProcess = spawn(path, given, { ...options, stdio: ['pipe', 'pipe', 'pipe'] })
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      words += part.toString()
    })
  child.stdin?.on('error', () => undefined) // it ended early: its own words say why
  child.stdin?.end(input)
  return new Promise((settle, fail) => {
    child.once('error', fail)
    child.once('close', code => settle({ code, words }))
  })
}
