import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { roleName } from '../db/index.ts'

/**
 * Brings graphile-worker's schema up to its version, owned by the migrating login, and lets the courier role alone work
 * in it. Running it again changes nothing.
 */
export async function installJobs(ownerUrl: string, database: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(grants(pg.escapeIdentifier(roleName('courier', database))))
  } finally {
    await client.end()
  }
}

/** Its tables have row-level security on and no policy: without one the courier would see nothing. */
function grants(courier: string): string {
  return `
    grant usage on schema graphile_worker to ${courier};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${courier};
    grant usage on all sequences in schema graphile_worker to ${courier};
    grant execute on all functions in schema graphile_worker to ${courier};
    do $$ declare t regclass; begin
      for t in select oid::regclass from pg_class c where relnamespace = 'graphile_worker'::regnamespace
        and relkind in ('r', 'p') and relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'courier') loop
        execute format('create policy courier on %s for all to ${courier.replaceAll("'", "''")} using (true) with check (true)', t);
      end loop;
    end $$;`
}
