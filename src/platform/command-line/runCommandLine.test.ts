import { describe, expect, it } from 'vitest'
import type { Variables } from '#platform/config'
import { NotSettledError } from '#platform/db'
import { KithError } from '#platform/errors'
import { type CommandDeclaration, runCommandLine, writesRecord } from './index.ts'

const COMMANDS: readonly CommandDeclaration[] = [
  {
    name: 'greet',
    summary: 'say hello',
    arguments: [{ name: '<names...>', doc: 'whom to greet' }],
    options: [
      { flags: '--tone <tone>', doc: 'how to say it', choices: ['warm', 'formal'], fallback: 'warm' },
      { flags: '--wrong', doc: 'find something wrong' },
    ],
    run: ({ arguments: names, options, say, progress }) => {
      say('thinking')
      progress.step(1, 1, 'words')
      const { tone, wrong } = options
      return { text: `${tone} ${names.join(' and ')}`, json: { tone, names }, exitCode: wrong ? 1 : 0 }
    },
  },
  {
    name: 'look',
    summary: 'look at the record',
    past: 'answers',
    run: ({ knownAt }) => ({ text: 'Looked.', json: { sawAt: knownAt?.toString() ?? null } }),
  },
  { name: 'change', summary: 'change it', past: writesRecord('change'), run: () => ({ text: 'Changed.' }) },
  {
    name: 'fail',
    summary: 'fail in a known way',
    subcommands: [
      { name: 'coded', summary: 'coded', run: () => Promise.reject(new KithError('KITH_DISK_FULL')) },
      {
        name: 'unreachable',
        summary: 'no database',
        run: () =>
          Promise.reject(
            Object.assign(new Error('connect postgresql://a:hunter2@db'), { code: 'ECONNREFUSED' }),
          ),
      },
      {
        name: 'cut',
        summary: 'a connection lost at work',
        run: () => Promise.reject(new Error('Connection terminated unexpectedly')),
      },
      {
        name: 'full',
        summary: 'no room for a row',
        run: () => Promise.reject(Object.assign(new Error('could not extend file'), { code: '53100' })),
      },
      {
        name: 'recent',
        summary: 'a moment ago',
        run: () => Promise.reject(new NotSettledError(Temporal.Instant.from('2026-03-31T16:00Z'))),
      },
      {
        name: 'bug',
        summary: 'a mistake of ours',
        run: () => Promise.reject(new TypeError('x is not a function')),
      },
      {
        name: 'config',
        summary: 'reads the settings',
        run: context => ({ text: String(context.config().port) }),
      },
    ],
  },
]

async function run(typed: string, variables: Variables = {}) {
  const said = { out: '', err: '' }
  const exitCode = await runCommandLine({
    name: 'kith',
    summary: 'trial',
    commands: COMMANDS,
    given: typed.split(' ').filter(word => word !== ''),
    variables,
    stdout: { write: text => (said.out += text) },
    stderr: { write: text => (said.err += text) },
  })
  return { ...said, exitCode }
}

describe('runCommandLine', () => {
  it('prints the result on standard output and all else on standard error', async () => {
    const { out, err, exitCode } = await run('greet Mo Ada')
    expect([out, exitCode]).toEqual(['warm Mo and Ada\n', 0])
    expect(err).toContain('thinking\n')
    expect(err).toContain('words: 1 of 1 (100%)\n')
  })

  it('prints one JSON object when asked', async () => {
    const { out, err } = await run('greet Mo --tone formal --json')
    expect(JSON.parse(out)).toEqual({ ok: true, tone: 'formal', names: ['Mo'] })
    expect(err).toContain('thinking')
  })

  it('ends with 1 when a command found something wrong', async () => {
    expect((await run('greet Mo --wrong')).exitCode).toBe(1)
    expect(JSON.parse((await run('--json greet Mo --wrong')).out)).toMatchObject({ ok: false, names: ['Mo'] })
  })

  it.each([
    ['greet', "missing required argument 'names'"],
    ['greet Mo --tone rude', 'Allowed choices are warm, formal'],
    ['greet Mo --louder', "unknown option '--louder'"],
    ['gret Mo', 'Did you mean greet?'],
    ['fail nothing', "unknown command 'nothing'"],
  ])('refuses "%s" as wrong use', async (typed, sentence) => {
    const { out, err, exitCode } = await run(typed)
    expect([out, exitCode]).toEqual(['', 2])
    expect(err).toContain(sentence)
    const json = await run(`${typed} --json`)
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, code: 'KITH_USAGE' })
    expect(json.err).toBe('')
  })

  it.each(['--help', 'greet --help', 'fail coded --help'])('explains itself for "%s"', async typed => {
    const { out, exitCode } = await run(typed)
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^Usage: kith/)
  })

  it.each([
    ['fail coded', 3, 'KITH_DISK_FULL', 'The disk is full.'],
    ['fail unreachable', 3, 'KITH_DATABASE_UNREACHABLE', 'Check that it runs'],
    ['fail cut', 3, 'KITH_DATABASE_UNREACHABLE', 'Check that it runs'],
    ['fail full', 3, 'KITH_DISK_FULL', 'Free some space'],
    ['fail bug', 1, 'KITH_UNEXPECTED', 'This should not have happened: x is not a function.'],
  ])('reports "%s" in a sentence with a code', async (typed, exitCode, code, sentence) => {
    const plain = await run(typed)
    expect(plain.exitCode).toBe(exitCode)
    expect(plain.err).toContain(sentence)
    expect(plain.err).toContain(`(${code})`)
    expect(plain.err).not.toMatch(/ {4}at |hunter2/)
    expect(JSON.parse((await run(`${typed} --json`)).out)).toMatchObject({ ok: false, code })
  })

  it('shows where a failure arose with --debug only', async () => {
    expect((await run('fail bug --debug')).err).toMatch(/TypeError: x is not a function\n +at /)
  })

  it('reports every wrong setting', async () => {
    expect((await run('fail config', { PORT: '8080' })).out).toBe('8080\n')
    const { err, exitCode } = await run('fail config', { PORT: 'x', LOG_LEVEL: 'y' })
    expect(exitCode).toBe(4)
    expect(err).toMatch(/PORT must be .*\nLOG_LEVEL must be /)
  })
})

describe('--known-at', () => {
  it('gives the command the moment by the clock of England, and the answer says of when it is', async () => {
    const spoken = await run('look --known-at 2026-03-31T17:00')
    expect(spoken.out).toBe('Looked.\nAs the record stood at 2026-03-31T17:00 by the clock of England.\n')
    const { out, exitCode } = await run('look --json --known-at 2026-03-31')
    const knownAt = '2026-03-31T22:59:59.999999Z'
    expect([JSON.parse(out), exitCode]).toEqual([{ ok: true, knownAt, sawAt: knownAt }, 0])
    expect((await run('look --json')).out).toBe('{"ok":true,"sawAt":null}\n')
  })

  it.each(['2999-01-01', 'yesterday', '2026-02-30', '2026-03-31T25:00'])(
    'is wrong use for %s',
    async given => {
      const { out, err, exitCode } = await run(`look --known-at ${given}`)
      expect([out, exitCode]).toEqual(['', 2])
      expect(err).toMatch(/^--known-at: (That moment has not come yet|Write the moment as a date)/)
    },
  )

  it('is refused in a sentence by a command that writes and by one without a record', async () => {
    const change = await run('change --known-at 2026-03-31')
    expect([change.out, change.exitCode]).toEqual(['', 2])
    expect(change.err).toContain('"change" changes the record; --known-at only reads. Leave --known-at out.')
    const { out, exitCode } = await run('greet Mo --json --known-at 2026-03-31')
    expect(exitCode).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ ok: false, code: 'KITH_USAGE' })
  })

  it('stands in the help of the commands that answer it, and of no other', async () => {
    expect((await run('look --help')).out).toContain('--known-at <moment>')
    expect((await run('change --help')).out).not.toContain('--known-at')
  })

  it('asks to wait for a moment that has not settled', async () => {
    const { err, exitCode } = await run('fail recent')
    expect(exitCode).toBe(1)
    expect(err).toContain('That moment is too recent')
  })
})
