import { importWorkers } from '#modules/agencies'
import { importAllocations, importCensus } from '#modules/migration'
import type { CommandContext, CommandDeclaration, PastAnswer } from '#platform/command-line'
import { KithError } from '#platform/errors'
import { authorityOption, withAuthority } from '../installation/withAuthority.ts'
import { registerModules } from '../modules.ts'

const dryRun = { flags: '--dry-run', doc: 'report only: the record stays as it is' }
const file = { name: '<file>', doc: 'path of the file' }

/** A dry run is an import that is undone: it needs a record that can be written, which a past one is not. */
const past = (name: string): PastAnswer => ({
  refusal: `"import ${name}" changes the record, and with --dry-run does so and undoes it; --known-at only reads. Leave --known-at out: the file is then compared with the record as it is now.`,
})

const cin: CommandDeclaration = {
  name: 'cin',
  summary: 'read a children in need census (XML) of any year from 2017 to 2026',
  description:
    'Each child is stored whole or not at all; a bad value is reported with child, element, line and what is wrong, and its raw text is kept. A second run changes nothing. A later file adds; where it contradicts, the stored value stays and both are listed.',
  arguments: [file],
  options: [
    authorityOption,
    {
      flags: '--as-at <date>',
      doc: 'the day on which clocks and ages are judged; the file\u2019s own when left out',
    },
    { flags: '--duty-team <name>', doc: 'the team in whose queue imported children stand' },
    dryRun,
  ],
  past: past('cin'),
  run: context =>
    withAuthority(context, async ({ database, installation }) => {
      registerModules()
      const { importLimitBytes } = context.config()
      const report = await importCensus(database, {
        path: context.arguments[0] ?? '',
        asAt: asAt(context),
        dryRun: context.options['dryRun'] === true,
        dutyTeam: (context.options['dutyTeam'] as string | undefined) ?? null, // an option's value is text
        limitBytes: importLimitBytes,
        authorityCode: installation.authorityCode,
        signal: context.signal,
        onStep: (done, total) => context.progress.step(done, total, 'children'),
      })
      return { text: report.text, json: { ...report.json }, exitCode: report.isWhole ? 0 : 1 }
    }),
}

function asAt(context: CommandContext): Temporal.PlainDate | null {
  const given = context.options['asAt']
  if (typeof given !== 'string') return null
  try {
    return Temporal.PlainDate.from(given)
  } catch {
    throw new KithError('KITH_USAGE', { sentence: '--as-at is a date such as 2026-03-31.' })
  }
}

const allocations: CommandDeclaration = {
  name: 'allocations',
  summary: 'give children their workers from a CSV: la_child_id, worker, team, role, start_date',
  arguments: [file],
  options: [authorityOption, dryRun],
  past: past('allocations'),
  run: context =>
    withAuthority(context, async ({ database }) => {
      registerModules()
      const report = await importAllocations(database, {
        path: context.arguments[0] ?? '',
        dryRun: context.options['dryRun'] === true,
      })
      return { text: report.text, json: { ...report.json }, exitCode: report.isWhole ? 0 : 1 }
    }),
}

const workers: CommandDeclaration = {
  name: 'workers',
  summary: 'add, change and end workers from a CSV of joiners and leavers',
  arguments: [file],
  options: [authorityOption, dryRun],
  past: past('workers'),
  run: context =>
    withAuthority(context, async ({ database }) => {
      const report = await importWorkers(database, {
        path: context.arguments[0] ?? '',
        dryRun: context.options['dryRun'] === true,
      })
      return { text: report.text, json: { ...report.json }, exitCode: report.isWhole ? 0 : 1 }
    }),
}

/** Loads files of other systems. */
export const importCommand: CommandDeclaration = {
  name: 'import',
  summary: 'load a census, allocations or workers from a file',
  subcommands: [cin, allocations, workers],
}
