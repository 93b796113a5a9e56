import { EXIT, runCommandLine } from '#platform/command-line'
import { COMMANDS } from '../src/main/commands/index.ts'

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    // The first asks the command to end in order; a second one does not wait for it.
    if (ending.signal.aborted) process.exit(EXIT.interrupted)
    ending.abort()
    if (process.stderr.isTTY) process.stderr.write('\nEnding. Press Ctrl-C again to end at once.\n')
  })
// Whoever reads our output may stop reading ("kith config | head"): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runCommandLine({
  name: 'kith',
  summary: 'The shared record around a family, and the work that keeps its children safe.',
  commands: COMMANDS,
  given: process.argv.slice(2),
  stdout: process.stdout,
  stderr: process.stderr,
  signal: ending.signal,
})
