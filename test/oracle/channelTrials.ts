import { sql } from 'kysely'
import type pg from 'pg'
import { parseUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { TestRecord } from '#test/record.ts'
import { channelAddress, channelsIn } from './accountRows.ts'
import type { KnownRow } from './knownRow.ts'
import type { Verb } from './mcdc.ts'
import { asGatekeeper } from './tellAccess.ts'
import { type Outcome, wentThrough } from './trials.ts'
import type { World } from './world.ts'

type Worker = World['workers'][number]

/** Which channels of these accounts the caller is told, and what becomes of each attempt to keep another or to end it: all of that is undone. */
export const channelTrials = `
create function trial.told(accounts uuid[]) returns setof uuid language plpgsql as $$
begin
  return query select c.id from access.family_channels(accounts) c;
exception when insufficient_privilege then null;
end $$;

create function trial.kept(tries jsonb) returns table (id uuid, state text, message text) language plpgsql as $$
declare
  one record;
  kept boolean;
begin
  for one in select * from jsonb_to_recordset(tries) as t (id uuid, account uuid, seen uuid, address text, because text) loop
    id := one.id;
    begin
      kept := access.keep_family_channel(one.account, one.seen, case when one.address is not null then 'email' end, one.address,
        case when one.address is not null then 'Themself' end, case when one.address is not null then current_date end, one.because);
      raise exception using errcode = 'KTRIA', message = coalesce(kept::int, 0)::text;
    exception when others then
      state := sqlstate;
      message := sqlerrm;
    end;
    return next;
  end loop;
end $$`

/** Puts the channels that people chose into an empty record. @param owner of the schema, who can take the gatekeeper's place */
export async function tellChannels(owner: pg.Client, world: World, rows: readonly KnownRow[]): Promise<void> {
  for (const { id, paperId } of channelsIn(rows))
    await asGatekeeper(
      owner,
      `insert into app.family_channel (id, account_id, kind, address, agreed_with, agreed_on, recorded_by)
       values ($1, $2, 'email', $3, 'Themself', $4, $5)`,
      [id, paperId, channelAddress(id), londonDate(world.now).toString(), world.workers[0]?.id],
    )
}

/** The channels of these that the worker is told, may keep another in the place of, or end: asked through the functions alone. */
export async function channelsAllowed(
  record: TestRecord,
  worker: Worker,
  verb: Verb,
  rows: readonly KnownRow[],
): Promise<readonly Uuid[]> {
  return await record.as(worker, async work => {
    if (verb === 'read') {
      const accounts = rows.flatMap(({ paperId }) => paperId ?? [])
      const told = await sql<{ id: string }>`
        select trial.told(${accounts}::uuid[]) as id`.execute(work.db())
      return told.rows.flatMap(({ id }) => parseUuid(id) ?? [])
    }
    const tries = rows.map(row => triedOn(row, verb))
    const { rows: outcomes } = await sql<Outcome>`
      select * from trial.kept(${JSON.stringify(tries)}::jsonb)`.execute(work.db())
    return rows.flatMap(({ id }, at) => {
      const outcome = outcomes[at]
      if (outcome?.id !== id) throw new Error(`No outcome of ${verb} family_channel ${id}`)
      return wentThrough(outcome, `${verb} family_channel ${id}`) ? [id] : []
    })
  })
}

/** Added: another one, agreed anew, in the place of the one that stands; changed: ended. */
function triedOn({ id, paperId, isProposed }: KnownRow, verb: Verb) {
  const seen = isProposed === true ? null : id
  const asked = verb === 'add' ? { address: `again-${channelAddress(id)}` } : { because: 'Not wanted' }
  return { id, account: paperId, seen, ...asked }
}
