import { CommanderError } from 'commander'
import { type Config, readConfig, type Variables } from '#platform/config'
import { KithError } from '#platform/errors'
import { type LogLevel, makeLog } from '#platform/log'
import { buildProgram } from './buildProgram.ts'
import type { CommandContext, CommandDeclaration, CommandResult } from './declaration.ts'
import { describeFailure } from './failure.ts'
import { asItStood, knownAtOf } from './knownAtOption.ts'
import { makeProgress, type ProgressOutput } from './progress.ts'

/** Exit codes of every command. 130 is the shell's own for Ctrl-C. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  databaseUnreachable: 3,
  configWrong: 4,
  interrupted: 130,
} as const

/** What a run of the command line needs. */
export interface CommandLine {
  readonly name: string
  readonly summary: string
  readonly commands: readonly CommandDeclaration[]
  /** What the person typed, without the program and the script. */
  readonly given: readonly string[]
  readonly stdout: { write(text: string): unknown }
  readonly stderr: ProgressOutput
  /** Environment variables; the process's own when left out. */
  readonly variables?: Variables
  readonly signal?: AbortSignal
}

/**
 * Runs one command and returns its exit code; never throws. The result goes to standard output, as text or (with --json) as one object
 * `{"ok":true,...}` or `{"ok":false,"code","message"}`; messages and progress go to standard error.
 */
export async function runCommandLine(line: CommandLine): Promise<number> {
  const json = line.given.includes('--json')
  const progress = makeProgress(line.stderr)
  let exitCode: number = EXIT.ok
  const program = buildProgram(line.name, line.summary, line.commands, async (declaration, given) => {
    const knownAt = knownAtOf(declaration, given.options)
    const context = { ...makeContext(line, given, progress), knownAt }
    const result = (await declaration.run?.(context)) ?? {}
    progress.clear()
    exitCode = result.exitCode ?? EXIT.ok
    printResult(line, json, knownAt === null ? result : dated(result, knownAt))
  })
  for (const command of [program, ...everyCommand(program)])
    command.configureOutput({
      writeOut: text => line.stdout.write(text),
      writeErr: text => json || line.stderr.write(text),
    })
  try {
    await program.parseAsync(line.given, { from: 'user' })
    return exitCode
  } catch (error) {
    progress.clear()
    return report(line, json, error)
  }
}

function everyCommand(command: ReturnType<typeof buildProgram>): ReturnType<typeof buildProgram>[] {
  return command.commands.flatMap(inner => [inner, ...everyCommand(inner)])
}

function makeContext(
  line: CommandLine,
  given: Pick<CommandContext, 'arguments' | 'options'>,
  progress: CommandContext['progress'],
): Omit<CommandContext, 'knownAt'> {
  const result = readConfig(line.variables)
  const level: LogLevel = result.ok ? result.config.logLevel : 'info'
  const config = (): Config => {
    if (result.ok) return result.config
    throw new KithError('KITH_CONFIG_WRONG', { sentence: result.problems.join('\n') })
  }
  const write = (text: string) => {
    progress.clear()
    line.stderr.write(text)
  }
  const signal = line.signal ?? new AbortController().signal
  return {
    ...given,
    config,
    progress,
    signal,
    log: makeLog({ level, write }),
    say: sentence => write(`${sentence}\n`),
  }
}

function printResult(
  { stdout }: CommandLine,
  json: boolean,
  { text, json: found, exitCode = 0 }: CommandResult,
): void {
  if (json) stdout.write(`${JSON.stringify({ ok: exitCode === 0, ...found })}\n`)
  else if (text) stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** A result says of which moment it holds. */
function dated(result: CommandResult, knownAt: Temporal.Instant): CommandResult {
  const text = [result.text, asItStood(knownAt)].filter(Boolean).join('\n')
  return { ...result, text, json: { knownAt: knownAt.toString(), ...result.json } }
}

/** Prints a failure and returns its exit code. commander reports wrong use (and printed help) by its own kind of error. */
function report({ stdout, stderr, given }: CommandLine, json: boolean, error: unknown): number {
  if (error instanceof CommanderError) {
    const helped = error.exitCode === 0
    const message = error.message.replace(/^error: /, '')
    if (json && !helped) stdout.write(`${JSON.stringify({ ok: false, code: 'KITH_USAGE', message })}\n`)
    return helped ? EXIT.ok : EXIT.usage
  }
  const { code, message, exitCode } = describeFailure(error)
  if (json) stdout.write(`${JSON.stringify({ ok: false, code, message })}\n`)
  else stderr.write(`${message}\n(${code})\n`)
  if (given.includes('--debug') && error instanceof Error) stderr.write(`${error.stack}\n`)
  return exitCode
}
