import type { Actor } from '#platform/db'

/** Whether this class of user may read names and addresses at all: data-quality officers see codes and dates only. */
export function readsNames(actor: Actor): boolean {
  return actor.class !== 'data_quality'
}
