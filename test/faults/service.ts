import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'

/** How a command of Kith ended. */
export type Ended = { readonly code: number | null; readonly said: string }

/** The service as a process of its own. */
export type Service = {
  /** Where it listens, such as http://localhost:3021. */
  readonly address: string
  /** What it has said so far, and whether it still runs: for the reader of a failure. */
  report(): string
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
  /** Asks it to end in order. */
  stop(): Promise<void>
}

type Variables = Readonly<Record<string, string>>

function run(given: readonly string[], variables: Variables) {
  const child = spawn(process.execPath, [resolve('bin/kith.ts'), ...given], {
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'error', METRICS_PORT: '0', ...variables },
  })
  const said: string[] = []
  child.stdout.on('data', (part: Buffer) => said.push(part.toString()))
  child.stderr.on('data', (part: Buffer) => said.push(part.toString()))
  return { child, said: () => said.join('') }
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise(settle => {
    if (child.exitCode !== null || child.signalCode !== null) settle(child.exitCode)
    else child.once('exit', settle)
  })

/** Runs a command to its end. */
export async function kith(given: readonly string[], variables: Variables): Promise<Ended> {
  const { child, said } = run(given, variables)
  const code = await ended(child)
  return { code, said: said() }
}

/**
 * Starts the service and waits until it says where it listens.
 * @param port the one that it had before; 0 for any
 */
export async function startService(variables: Variables, port = 0): Promise<Service> {
  const { said, ...running } = await begin(
    'start',
    { ...variables, PORT: String(port) },
    /http:\/\/localhost:\d+/,
  )
  return { address: said, ...running }
}

/** Starts what works in the background, with the door for hospitals, and waits until both are at work. */
export async function startWorker(variables: Variables): Promise<Omit<Service, 'address'>> {
  const { said: _said, ...running } = await begin('worker', variables, /Working/)
  return running
}

async function begin(command: string, variables: Variables, sign: RegExp) {
  const { child, said } = run([command], variables)
  const found = await new Promise<string>((settle, fail) => {
    const look = () => {
      const [text] = sign.exec(said()) ?? []
      if (text !== undefined) settle(text)
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    child.once('exit', code => fail(new Error(`The service ended with ${code}: ${said()}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended(child)
  }
  return {
    said: found,
    report: () => `exit code ${child.exitCode}, signal ${child.signalCode}\n${said()}`,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}
