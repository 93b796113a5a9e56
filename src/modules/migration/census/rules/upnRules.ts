import { checkUpn } from '#reference'
import { type Reading, valueIn } from '../reading/reading.ts'
import { has, isAfter } from './dates.ts'
import { type ChildRule, onChild } from './rule.ts'

const written = (upn: Reading<string>) => upn.raw.trim().toUpperCase()

function hasWrongLetter(upn: Reading<string>): boolean {
  if (!/^[A-Z]\d{11}[0-9A-Z]$/.test(written(upn))) return false
  const checked = checkUpn(written(upn))
  return !checked.ok && (checked.reason === 'check_letter' || /^[IOS]/.test(written(upn)))
}

/** Rules about the unique pupil number, and about its absence. */
export const upnRules: readonly ChildRule[] = [
  {
    code: '1510',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'The check letter at the start of the UPN is not the one its digits give.',
    check: onChild(({ identifiers: { upn } }) => hasWrongLetter(upn) && upn),
  },
  {
    code: '1540',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'Characters 5 to 12 of the UPN are not all digits.',
    check: onChild(
      ({ identifiers: { upn } }) => written(upn) !== '' && !/^\d{8}$/.test(written(upn).slice(4, 12)) && upn,
    ),
  },
  {
    code: '1550',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'Character 13 of the UPN is neither a digit nor a letter that temporary numbers use.',
    check: onChild(
      ({ identifiers: { upn } }) =>
        written(upn) !== '' && !/^[0-9A-HJ-NP-RT-Z]$/.test(written(upn).slice(12)) && upn,
    ),
  },
  {
    code: '1560Q',
    severity: 'query',
    module: 'ChildIdentifiers',
    sentence: 'The former UPN does not have the shape of a UPN.',
    check: onChild(
      ({ identifiers: { formerUpn } }) =>
        written(formerUpn) !== '' && !/^[A-Z]\d{11}[0-9A-Z]$/.test(written(formerUpn)) && formerUpn,
    ),
  },
  {
    code: '8770Q',
    severity: 'query',
    module: 'ChildIdentifiers',
    sentence:
      'A child of school age with a referral that went further has no UPN and no reason for that, or UN1.',
    check: onChild(({ identifiers: { birthOn, upn, upnUnknown }, episodes }, { asAt }) => {
      // Of school age: four by the 31 August that follows the reference date.
      const bornBy = Temporal.PlainDate.from({ year: asAt.year - 4, month: 8, day: 31 })
      const wentFurther = episodes.some(({ referral }) => valueIn(referral.isNoFurtherAction) === false)
      const hasReason = has(upnUnknown) && valueIn(upnUnknown) !== 'UN1'
      const isOfSchoolAge = has(birthOn) && !isAfter(birthOn, bornBy)
      return isOfSchoolAge && wentFurther && upn.status === 'absent' && !hasReason && upnUnknown
    }),
  },
  {
    code: '8772',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'UPN unknown reason UN7 is for children whose every referral had no further action.',
    check: onChild(({ identifiers: { upnUnknown }, episodes }) => {
      const wentFurther = episodes.some(({ referral }) => valueIn(referral.isNoFurtherAction) !== true)
      return valueIn(upnUnknown) === 'UN7' && wentFurther && upnUnknown
    }),
  },
]
