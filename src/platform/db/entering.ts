import pg from 'pg'
import type { Actor } from './classes.ts'
import { signContext } from './context.ts'
import type { DoorKey } from './door.ts'
import type { Options } from './work.ts'

type Client = pg.ClientBase

/** Begins the transaction and sets everything that lasts as long as it, in one round trip. */
export function beginning(
  client: Client,
  door: DoorKey,
  actor: Actor,
  purpose: string,
  options: Options,
  mode = '',
): string {
  const knownAt = options.knownAt?.toString() ?? ''
  const seconds = options.statementSeconds ?? 15
  const settings: Record<string, string> = {
    role: `${actor.class}@${door.suffix}`,
    'kith.context': contextOn(client, door, actor, purpose, seconds),
    search_path: knownAt === '' ? 'record' : 'known_at',
    'kith.known_at': knownAt,
    'kith.correlation': options.correlation ?? '',
    'kith.defer_access': options.deferAccess ? 'on' : 'off',
    statement_timeout: `${seconds}s`,
  }
  const sets = Object.entries(settings).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  )
  const settled = knownAt === '' ? 'true' : `platform.has_settled(${pg.escapeLiteral(knownAt)}::timestamptz)`
  return `begin ${mode}; select ${sets.join(', ')}; select now() as started, ${settled} as settled` // the last as the new role
}

function contextOn(client: Client, door: DoorKey, actor: Actor, purpose: string, seconds: number): string {
  const pid = (client as unknown as { processID: number }).processID // kept by pg, missing from its types
  return signContext(
    actor,
    purpose,
    pid,
    door.contextKey,
    Temporal.Now.instant(),
    Math.max(120, seconds * 10),
  )
}

/**
 * Begins a transaction as an actor on a connection of one's own: for what a query builder cannot do, such as COPY.
 * The identity lasts ten times `seconds`, which is also how long a statement may take.
 */
export async function enterAs(
  client: Client,
  door: DoorKey,
  actor: Actor,
  purpose: string,
  { mode = '', seconds = 3600 }: { readonly mode?: string; readonly seconds?: number } = {},
): Promise<void> {
  await client.query(beginning(client, door, actor, purpose, { statementSeconds: seconds }, mode))
}
