import type { Uuid } from '#platform/ids'

/** Somebody of the record whom a sender may mean, and what of theirs fits what was told. */
export type Candidate = {
  readonly personId: Uuid
  readonly numberFits: boolean
  readonly otherNumber: boolean
  readonly bornFits: boolean
  /** Both days are known, and are not the same. */
  readonly bornDiffers: boolean
  readonly familyFits: boolean
  readonly initialFits: boolean
  readonly postcodeFits: boolean
}

/** Who it is; or that somebody must say so. */
export type Matched =
  | { readonly kind: 'exact'; readonly personId: Uuid; readonly how: 'nhs_number' | 'demographics' }
  | { readonly kind: 'none' }
  | { readonly kind: 'review' }

/**
 * An NHS number with the date of birth, or where that is unknown with two of family name, first initial and postcode, is the person. A number with
 * another date of birth, alone, or names without one are for somebody to look at: a wrong match tells the wrong nurse, and hides the right child.
 * A number whose check digit is wrong counts as none: it may be anybody's.
 */
export function matchOf(candidates: readonly Candidate[], isNumberRight: boolean): Matched {
  const sure = candidates.filter(
    one => isNumberRight && one.numberFits && (one.bornFits || (!one.bornDiffers && twoFit(one))),
  )
  const [only, ...more] = sure
  if (only !== undefined && more.length === 0)
    return { kind: 'exact', personId: only.personId, how: only.bornFits ? 'nhs_number' : 'demographics' }
  const likely = candidates.filter(
    one => one.numberFits || (one.bornFits && twoFit(one) && !(isNumberRight && one.otherNumber)),
  )
  return likely.length === 0 ? { kind: 'none' } : { kind: 'review' }
}

const twoFit = ({ familyFits, initialFits, postcodeFits }: Candidate): boolean =>
  [familyFits, initialFits, postcodeFits].filter(Boolean).length >= 2
