import pg from 'pg'

/** A statement that ran, with the tables of which its plan reads every row. */
export type PlanSeen = {
  readonly statement: string
  readonly readsWhole: readonly { readonly table: string; readonly filter: string }[]
}

/** Plans of what runs on one database. */
export type PlanWatch = {
  /** What has run since the last call, functions' and triggers' own statements included. */
  take(): readonly PlanSeen[]
  stop(): void
}

/**
 * Has every connection that is opened to a database from now on tell the plan of each statement as it runs: as the role that
 * runs it, with its signed context, its policies and its cached plan. Needs a superuser to load PostgreSQL's auto_explain.
 */
export async function watchPlans(superuserUrl: string, database: string): Promise<PlanWatch> {
  const client = new pg.Client(superuserUrl)
  await client.connect()
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_nested_statements': 'on',
    'auto_explain.log_format': 'json',
    'auto_explain.log_verbose': 'on',
    'auto_explain.log_level': 'notice', // to the client, not to the server's log
  }
  const open = await openIndexes(client)
  await client.query("load 'auto_explain'")
  for (const [name, value] of Object.entries(settings))
    await client.query(
      `alter database ${pg.escapeIdentifier(database)} set ${name} = ${pg.escapeLiteral(value)}`,
    )
  await client.end()
  return listen(database, open)
}

/**
 * Indexes that hold what is open alone, such as case holding that runs: reading one from end to end costs what is open, however
 * much was ever recorded. One `where x is not null` holds what came to be, and grows.
 */
async function openIndexes(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'record' and pg_get_expr(i.indpred, i.indrelid) ~ ' IS NULL|= ''open'''`,
  )
  return new Set(rows.map(({ name }) => name))
}

function listen(database: string, open: ReadonlySet<string>): PlanWatch {
  let seen: PlanSeen[] = []
  const connect = pg.Client.prototype.connect as (...given: unknown[]) => unknown // pg's overloads, passed on
  pg.Client.prototype.connect = function (this: pg.Client, ...given: unknown[]) {
    if (this.database === database)
      this.on('notice', ({ message }) => {
        const plan = message?.match(/^duration: .*?plan:\s*(\{.*)$/s)?.[1]
        if (plan !== undefined) seen.push(read(plan, open))
      })
    return connect.apply(this, given)
  } as typeof pg.Client.prototype.connect
  return {
    take: () => {
      const taken = seen
      seen = []
      return taken
    },
    stop: () => {
      pg.Client.prototype.connect = connect as typeof pg.Client.prototype.connect
    },
  }
}

/** As much of a plan's node as is read here. */
type Node = {
  readonly 'Node Type': string
  readonly Schema?: string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Filter?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly Node[]
}

function read(text: string, open: ReadonlySet<string>): PlanSeen {
  const told = JSON.parse(text) as { 'Query Text': string; Plan: Node } // auto_explain's own format
  return {
    statement: told['Query Text'],
    readsWhole: nodesOf(told.Plan).flatMap(node => wholeTable(node, open)),
  }
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/**
 * A table, or the whole of one of its indexes, that is read from end to end; not one that is read in order up to a limit, nor one
 * of what is open.
 */
function wholeTable(node: Node, open: ReadonlySet<string>): PlanSeen['readsWhole'] {
  const kind = node['Node Type']
  const isWhole =
    kind === 'Seq Scan' || (/^Index (Only )?Scan$/.test(kind) && node['Index Cond'] === undefined)
  if (!isWhole || open.has(node['Index Name'] ?? '')) return []
  return [{ table: `${node.Schema}.${node['Relation Name']}`, filter: `${kind}: ${node.Filter ?? ''}` }]
}
