import type { ChildLedger } from './childLedger.ts'

/**
 * Whether somebody must hold this child's case: a referral that went further and is not closed, or a plan that runs.
 * A referral that went no further asks for nobody, closed or not.
 */
export function hasOpenNeed(ledger: ChildLedger): boolean {
  const isOpen = (value: unknown) => (value ?? null) === null
  return (
    ledger.all('referral', one => isOpen(one['closed_on']) && one['is_no_further_action'] !== true).length >
      0 ||
    [...ledger.all('cp_plan'), ...ledger.all('cin_plan')].some(({ values }) => isOpen(values['ended_on']))
  )
}
