import type { Uuid } from '#platform/ids'
import type { RoutingInputs } from './routingInputs.ts'

/** A council: this one, another by its row, or nobody knows. */
export type WhichCouncil = 'ours' | 'unknown' | Uuid

/** Where a child lives, and who answers for the child in law: not the same of one whom a council placed elsewhere. */
export type Councils = { readonly resident: WhichCouncil; readonly responsible: WhichCouncil }

/** Where the child lives: the placement of one who is looked after, else as the hospital was told, else the record's. */
export const livesAt = ({ facts, postcode }: RoutingInputs): string | null =>
  spaceless(facts?.placement ?? postcode ?? facts?.home ?? null)

/** The other council where the child lives; null for this one, and where nobody knows. */
export const councilOf = (inputs: RoutingInputs): Uuid | null => among(inputs, livesAt(inputs))

/**
 * Both councils, kept with each decision. Whom this council placed, has a plan for or works with is its own, wherever they live (Children Act 1989 s22,
 * s47 and s17: a child looked after is its own; of others, whoever began answers until the case is transferred).
 */
export function councilsOf(inputs: RoutingInputs): Councils {
  const { facts } = inputs
  const resident = which(inputs, livesAt(inputs))
  const isOurs = facts !== null && (facts.placement !== null || facts.isOnPlan || facts.holders.length > 0)
  return { resident, responsible: isOurs ? 'ours' : resident }
}

function which(inputs: RoutingInputs, postcode: string | null): WhichCouncil {
  if (postcode === null) return 'unknown'
  return among(inputs, postcode) ?? 'ours'
}

const among = ({ councils }: RoutingInputs, postcode: string | null): Uuid | null =>
  postcode === null
    ? null
    : (councils.find(({ postcodes }) => postcodes.some(beginning => postcode.startsWith(beginning)))?.id ??
      null)

const spaceless = (postcode: string | null): string | null =>
  postcode?.replaceAll(/\s/g, '').toUpperCase() ?? null
