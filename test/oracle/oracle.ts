import type { Uuid } from '#platform/ids'
import { ask, type Witness } from './question.ts'
import { readsRow } from './reading.ts'
import { decidesRow, withdrawsRow } from './settling.ts'
import { tableNamed } from './tables.ts'
import type { Row, World } from './world.ts'
import { addsRow, changesRow } from './writing.ts'

/** Listens and changes nothing. */
const asItIs: Witness = (_condition, holds) => holds

/**
 * The access rules of domain.md section 4 as one would say them aloud: slow, one question at a time, sharing nothing with the
 * rules in the database that are held to it.
 * @param witness hears of each condition (see mcdc.ts); leave out to be told the plain answer
 * @returns whether the worker may read the row at world.now
 * @throws when the worker is not of the world or the table is none of the record
 */
export function mayRead(world: World, workerId: Uuid, row: Row, witness: Witness = asItIs): boolean {
  return readsRow(ask(world, workerId, witness), tableNamed(row.table), row)
}

/** Like {@link mayRead}: whether the worker may add a row like this one, about the same people. */
export function mayAdd(world: World, workerId: Uuid, row: Row, witness: Witness = asItIs): boolean {
  return addsRow(ask(world, workerId, witness), tableNamed(row.table), row)
}

/** Like {@link mayRead}: whether the worker may change this row, leaving whom it is about as it is. */
export function mayChange(world: World, workerId: Uuid, row: Row, witness: Witness = asItIs): boolean {
  return changesRow(ask(world, workerId, witness), tableNamed(row.table), row)
}

/** Like {@link mayRead}: whether the worker may authorise or answer this row in their own name. */
export function mayDecide(world: World, workerId: Uuid, row: Row, witness: Witness = asItIs): boolean {
  return decidesRow(ask(world, workerId, witness), tableNamed(row.table), row)
}

/** Like {@link mayRead}: whether the worker may take back this row, which somebody has asked for. */
export function mayWithdraw(world: World, workerId: Uuid, row: Row, witness: Witness = asItIs): boolean {
  return withdrawsRow(ask(world, workerId, witness), tableNamed(row.table), row)
}
