import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { CommandContext, CommandDeclaration, CommandResult } from '#platform/command-line'
import { KithError } from '#platform/errors'

/** The script that measures; a production install leaves the folder of tests out. */
const SCRIPT = fileURLToPath(new URL('../../../test/bench/run.ts', import.meta.url))
const OPTIONS = ['children', 'rounds', 'seconds', 'imported', 'only'] as const

/** Measures pages, imports and load on an invented county in a database of its own. */
export const bench: CommandDeclaration = {
  name: 'bench',
  summary: 'measure pages, import and load on an invented county, in databases made for it and removed',
  description:
    'Touches no record of yours: it starts a PostgreSQL of its own in the temporary folder. Ratios come first, since they say more than milliseconds on a machine that does other work. docs/benchmarks.md explains them.',
  options: [
    {
      flags: '--children <number>',
      doc: 'children with open work; 5000 is a large county and takes a while to make',
      fallback: '50',
    },
    { flags: '--rounds <number>', doc: 'how often each page is asked for', fallback: '40' },
    {
      flags: '--seconds <number>',
      doc: 'for how long twenty requests a second are sent; 0 leaves the load out',
      fallback: '10',
    },
    {
      flags: '--imported <number>',
      doc: 'children in the census file that is imported; 0 leaves the import out',
      fallback: '100',
    },
    {
      flags: '--only <words>',
      doc: 'pages whose names hold one of these, with commas between; "messages" measures the line of hospitals, and fails when its counts do not add up',
      fallback: '',
    },
  ],
  past: {
    refusal: '"bench" measures databases of its own: it has no record to answer from. Leave --known-at out.',
  },
  run: context => {
    if (existsSync(SCRIPT)) return measure(context)
    throw new KithError('KITH_USAGE', {
      sentence:
        'This install has no test/bench folder, as in production: nothing to measure with. Run "kith bench" in a checkout of the source after "npm ci".',
    })
  },
}

async function measure(context: CommandContext): Promise<CommandResult> {
  const isJson = context.options['json'] === true
  const given = OPTIONS.flatMap(name => [`--${name}`, String(context.options[name])])
  const child = spawn(process.execPath, [SCRIPT, ...given, ...(isJson ? ['--json'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = () => child.kill('SIGTERM')
  context.signal.addEventListener('abort', end, { once: true })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  try {
    const [said, status] = await Promise.all([text(child.stdout), ended])
    const exitCode = status === 0 ? 0 : 1
    if (!isJson || exitCode === 1) return { text: said.trimEnd(), exitCode }
    return { json: JSON.parse(said) as Record<string, unknown>, exitCode } // printed by our own script
  } finally {
    context.signal.removeEventListener('abort', end)
  }
}
