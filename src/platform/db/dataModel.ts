import type { Column, Table } from './readTables.ts'

/**
 * The data model as a page: every table of the record by module, with its columns, types and codes.
 * @param byModule tables by the folder that owns them ('modules/people')
 */
export function dataModelMarkdown(byModule: ReadonlyMap<string, readonly Table[]>): string {
  const sections = [...byModule]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([folder, tables]) => `## ${folder.split('/').at(-1)}\n\n${tables.map(tableText).join('\n')}`)
  return `${opening}\n${sections.join('\n')}`
}

const opening = `# The data model

Written from the migrated database by \`node src/platform/db/writeTables.ts\`; a test holds this page to it.

- Every table of schema \`record\` has its past rows in \`history\`, an audit entry for each change, row-level security for
  each class of user, and a view in \`known_at\` that answers for a past instant. \`recorded_from\` and \`recorded_by\` are kept by
  triggers and left out below.
- \`access\` says who may see whom and why; \`audit\` who did; \`search\` holds keys for finding people; \`app\` the service's own
  rows: sessions, drafts, notices, the outbox.
- A dash means that the column may be empty. Days are dates in London; moments are instants.
`

function tableText({ schema, name, columns }: Table): string {
  const rows = columns.filter(column => !column.name.startsWith('recorded_')).map(columnText)
  return `### ${schema}.${name}\n\n| column | holds | may be empty |\n| --- | --- | --- |\n${rows.join('')}`
}

const plain: Readonly<Record<string, string>> = {
  uuid: 'id',
  date: 'day',
  'timestamp with time zone': 'moment',
  boolean: 'yes or no',
  jsonb: 'JSON',
  bytea: 'bytes',
}

function columnText({ name, type, notNull, codes }: Column): string {
  const holds = codes ? codes.map(code => `\`${code}\``).join(' ') : (plain[type] ?? type)
  return `| ${name} | ${holds} | ${notNull ? '' : '-'} |\n`
}
