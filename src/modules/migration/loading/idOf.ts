import { type CensusChild, valueIn } from '../census/index.ts'

/** A child's id of the authority as it is compared; null when none can be read. */
export const idOf = (child: CensusChild): string | null => valueIn(child.laChildId)?.toUpperCase() ?? null
