import {
  type CommandContext,
  type CommandDeclaration,
  type CommandResult,
  writesRecord,
} from '#platform/command-line'
import { rolesSql } from '#platform/db'
import { namedDatabases } from '../installation/namedDatabases.ts'
import { preparePlace } from '../installation/openAuthority.ts'
import { withPlaces } from '../installation/withAuthority.ts'

/** Brings every authority's schema up to this version. */
export const migrateCommand: CommandDeclaration = {
  name: 'migrate',
  summary: 'bring the databases up to this version, or print the SQL that makes their roles',
  description:
    'Runs each SQL migration that has not run yet, in one transaction for each database. The owner\u2019s login needs the right to make roles; where it has none, a database administrator runs what --roles prints, once.',
  options: [{ flags: '--roles', doc: 'print the SQL for a database administrator and change nothing' }],
  past: writesRecord('migrate'),
  run: context => (context.options['roles'] === true ? printRoles(context) : migrateAll(context)),
}

/** Text only: whoever prints it need not be able to reach the server, and no key is made on their machine. */
function printRoles(context: CommandContext): CommandResult {
  const text = namedDatabases(context.config())
    .map(({ database, owner, server, portal }) => rolesSql(database, owner, server, portal))
    .join('\n')
  return { text, json: { sql: text } }
}

function migrateAll(context: CommandContext) {
  return withPlaces(context, async ({ places }) => {
    const databases = []
    for (const place of places) {
      const installation = await preparePlace(place, (name, done, total) =>
        context.progress.step(done, total, name),
      )
      databases.push({ database: place.database, authority: installation?.authorityName ?? null })
    }
    const lines = databases.map(
      ({ database, authority }) =>
        `${database}: up to date${authority ? ` (${authority})` : ', no authority yet'}`,
    )
    return { text: lines.join('\n'), json: { databases } }
  })
}
