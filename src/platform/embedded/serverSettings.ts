/** Server settings by name, as `postgres -c name=value` takes them. */
export type ServerSettings = Readonly<Record<string, string>>

/** A server for one machine, durable, with nothing of the record in its log. */
const STANDING: ServerSettings = {
  max_connections: '60',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  wal_level: 'replica',
  // Clusters made earlier name one that does not exist, and no parallel worker would start.
  default_text_search_config: 'pg_catalog.english',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  unix_socket_permissions: '0700',
  // Statements, their parameters and the row in an error's detail hold names and notes: none of them reaches the log.
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_line_prefix: '%m [%p] ',
}

/** For tests only: loses data when the machine stops, and is several times faster. */
const FLEETING: ServerSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
}

/** Settings to start with; `extra` comes last (archiving, for one, belongs to backup). */
export function serverSettings(durable: boolean, extra: ServerSettings = {}): ServerSettings {
  return { ...STANDING, ...(durable ? { fsync: 'on' } : FLEETING), ...extra }
}
