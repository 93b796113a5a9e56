import pg from 'pg'

/** Tables that stay small in a large county: who works there and where, and what pays for them. */
const DIRECTORIES = [
  'service_area',
  'organisation',
  'team',
  'worker',
  'post',
  'duty_shift',
  'worker_registration',
  'established_post',
  'recruitment',
  'rollout_team',
  'funding_spend',
  'caseload_setting',
  'installation',
  'nickname',
]
/** Columns that name workers or teams: a large county has more of them, but by far not as many more as people. */
const OF_STAFF =
  /(worker|actor|author|team|area|organisation|made|added|given|recorded|created|set)_(id|by|to)$/
const TIMES_STAFF = 40

/** Estimated rows of a table from here on are too many to read from one end to the other for a page. */
const MANY = 5000

/**
 * Gives a small county's database the statistics of one so many times larger, so that the planner plans for that one. The
 * rows stay few; call it on a copy that no autovacuum looks after, and as a superuser.
 * @returns names of the tables that are large now, such as record.person
 */
export async function pretendLarge(superuserUrl: string, times: number): Promise<ReadonlySet<string>> {
  const client = new pg.Client(superuserUrl)
  await client.connect()
  try {
    await client.query('vacuum analyze')
    const tables = await tablesOf(client)
    for (const table of tables) await enlarge(client, table, times)
    const large = tables.filter(({ rows }) => rows * times >= MANY)
    return new Set(large.map(({ schema, name }) => `${schema}.${name}`))
  } finally {
    await client.end()
  }
}

type Table = { readonly schema: string; readonly name: string; readonly rows: number; readonly pages: number }

async function tablesOf(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname as schema, c.relname as name, c.reltuples::float8 as rows, c.relpages as pages
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('record', 'history', 'access', 'audit', 'search', 'app')
       and c.reltuples > 0 and c.relname <> all ($1)`,
    [DIRECTORIES],
  )
  return rows
}

/** More rows to a page: the planner counts a table's real pages and believes how full they are said to be. */
async function enlarge(
  client: pg.Client,
  { schema, name, rows, pages }: Table,
  times: number,
): Promise<void> {
  await client.query(
    `select pg_restore_relation_stats('schemaname', $1::text, 'relname', $2::text,
       'relpages', $3::integer, 'reltuples', $4::real)`,
    [schema, name, pages, rows * times],
  )
  const columns = await client.query<{ name: string; nulls: number; width: number; distinct: number }>(
    `select s.attname as name, s.null_frac as nulls, s.avg_width as width, s.n_distinct as distinct
     from pg_stats s join pg_attribute a on a.attrelid = format('%I.%I', s.schemaname, s.tablename)::regclass
       and a.attname = s.attname
     where s.schemaname = $1 and s.tablename = $2 and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)`,
    [schema, name],
  )
  for (const column of columns.rows) {
    // Its commonest values would each stand for a share of a large county that one person never has.
    await client.query('select pg_clear_attribute_stats($1, $2, $3, false)', [schema, name, column.name])
    await client.query(
      `select pg_restore_attribute_stats('schemaname', $1::text, 'relname', $2::text, 'attname', $3::text,
         'inherited', false, 'null_frac', $4::real, 'avg_width', $5::integer, 'n_distinct', $6::real)`,
      [schema, name, column.name, column.nulls, column.width, distinctOf(column, rows)],
    )
  }
}

/** As a share of the rows (negative) for people and facts, which grow with the county; as a number for staff. */
function distinctOf(
  { name, distinct }: { readonly name: string; readonly distinct: number },
  rows: number,
): number {
  if (OF_STAFF.test(name)) return (distinct < 0 ? -distinct * rows : distinct) * TIMES_STAFF
  return distinct > 0 ? Math.max(-1, -distinct / rows) : distinct
}
