import { valueIn } from '../reading/reading.ts'
import { has, isAfter, isBefore } from './dates.ts'
import { type ChildRule, onEpisodes } from './rule.ts'

/** From this day a referral needs its source. */
const sourceNeededFrom = Temporal.PlainDate.from('2013-04-01')

/** Rules about the referral that opens an episode. */
export const referralRules: readonly ChildRule[] = [
  {
    code: '8555Q',
    severity: 'query',
    module: 'CINdetails',
    sentence: 'The referral is after the death of the child.',
    check: onEpisodes(
      ({ referral: { referredOn } }, _, { identifiers: { deathOn } }) =>
        isAfter(referredOn, deathOn) && referredOn,
    ),
  },
  {
    code: '8568',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'Whether the referral ended in no further action is missing, or is neither 0 nor 1.',
    check: onEpisodes(({ referral: { isNoFurtherAction } }) => !has(isNoFurtherAction) && isNoFurtherAction),
  },
  {
    code: '8569Q',
    severity: 'query',
    module: 'CINdetails',
    sentence:
      'A referral with no further action is dated earlier than one working day before the census year.',
    check: onEpisodes(({ referral: { referredOn, isNoFurtherAction } }, { yearStart, workingDaysBefore }) => {
      const isTooEarly = isBefore(referredOn, workingDaysBefore(yearStart, 1))
      return valueIn(isNoFurtherAction) === true && isTooEarly && referredOn
    }),
  },
  {
    code: '8600',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The date of referral is missing, or is after the reference date.',
    check: onEpisodes(
      ({ referral: { referredOn } }, { asAt }) =>
        (!has(referredOn) || isAfter(referredOn, asAt)) && referredOn,
    ),
  },
  {
    code: '8606',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The referral is more than 280 days before the birth, or the expected birth, of the child.',
    check: onEpisodes(({ referral: { referredOn } }, _, { identifiers: { birthOn, expectedBirthOn } }) => {
      const born = valueIn(birthOn) ?? valueIn(expectedBirthOn)
      return isBefore(referredOn, born?.subtract({ days: 280 })) && referredOn
    }),
  },
  {
    code: '8610',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The referral went further and has no primary need.',
    check: onEpisodes(
      ({ referral: { isNoFurtherAction, primaryNeed } }) =>
        valueIn(isNoFurtherAction) === false && primaryNeed.status === 'absent' && primaryNeed,
    ),
  },
  {
    code: '8650',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The primary need is not one of its codes.',
    check: onEpisodes(({ referral: { primaryNeed } }) => primaryNeed.status === 'refused' && primaryNeed),
  },
  {
    code: '8866',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The source of the referral is missing, or is not one of its codes.',
    check: onEpisodes(({ referral: { referredOn, source } }) => {
      const isNeeded = has(referredOn) && !isBefore(referredOn, sourceNeededFrom)
      return isNeeded && !has(source) && source
    }),
  },
]
