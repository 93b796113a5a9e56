import { valueIn } from '../reading/reading.ts'
import { has, isAfter, isBefore, isOutsideYear } from './dates.ts'
import { type ChildRule, onChild, onEpisodes } from './rule.ts'

const dayAfterYears = (date: Temporal.PlainDate | undefined, years: number) => date?.add({ years })

/** Rules about who the child is, apart from the pupil number. */
export const identifierRules: readonly ChildRule[] = [
  {
    code: '1570',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'The local authority child id is longer than 20 characters.',
    from: 2025,
    check: onChild(({ laChildId }) => laChildId.raw.trim().length > 20 && laChildId),
  },
  {
    code: '1580',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'The local authority child id holds something other than letters and digits.',
    from: 2025,
    check: onChild(({ laChildId }) => /[^A-Za-z0-9]/.test(laChildId.raw.trim()) && laChildId),
  },
  {
    code: '4180',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'Sex is missing, or is not one of its codes.',
    check: onChild(({ identifiers: { sex } }, { censusYear }) => {
      const codes = censusYear >= 2025 ? /^[MFU]$/ : /^[MFU0129]$/
      return !(has(sex) && codes.test(sex.raw.trim())) && sex
    }),
  },
  {
    code: '8500',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'The local authority child id is missing.',
    check: onChild(({ laChildId }) => !has(laChildId) && laChildId),
  },
  {
    code: '8520',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence:
      'The date of birth is after the reference date; for an unborn child give the expected date instead.',
    check: onChild(({ identifiers: { birthOn } }, { asAt }) => isAfter(birthOn, asAt) && birthOn),
  },
  {
    code: '8525Q',
    severity: 'query',
    module: 'ChildIdentifiers',
    sentence: 'A child needs either a date of birth or an expected date of birth, and not both.',
    check: onChild(
      ({ identifiers: { birthOn, expectedBirthOn } }) => has(birthOn) === has(expectedBirthOn) && birthOn,
    ),
  },
  {
    code: '8530Q',
    severity: 'query',
    module: 'ChildIdentifiers',
    sentence:
      'The expected date of birth is more than 30 days before, or nine months after, the reference date.',
    check: onChild(({ identifiers: { expectedBirthOn } }, { asAt }) => {
      const isTooEarly = isBefore(expectedBirthOn, asAt.subtract({ days: 30 }))
      return (isTooEarly || isAfter(expectedBirthOn, asAt.add({ months: 9 }))) && expectedBirthOn
    }),
  },
  {
    code: '8535Q',
    severity: 'query',
    module: 'ChildIdentifiers',
    sentence: 'The date of death is before the date of birth.',
    check: onChild(({ identifiers: { birthOn, deathOn } }) => isBefore(deathOn, birthOn) && deathOn),
  },
  {
    code: '8545Q',
    severity: 'query',
    module: 'ChildIdentifiers',
    sentence: 'The date of death is not in the census year.',
    check: onChild(({ identifiers: { deathOn } }, context) => isOutsideYear(deathOn, context) && deathOn),
  },
  {
    code: '8590',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'The child has no episode of need.',
    check: onChild(({ episodes, laChildId }) => episodes.length === 0 && laChildId),
  },
  {
    code: '8750',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'The sex of an unborn child is recorded as other than unknown.',
    check: onChild(({ identifiers: { birthOn, expectedBirthOn, sex } }) => {
      const isUnborn = !has(birthOn) && has(expectedBirthOn)
      return isUnborn && valueIn(sex) !== 'U' && sex
    }),
  },
  {
    code: '8775Q',
    severity: 'query',
    module: 'ChildIdentifiers',
    sentence: 'The person is over 25 and the episode was open after the 25th birthday.',
    check: onEpisodes(({ referral: { closedOn } }, { asAt }, { identifiers: { birthOn } }) => {
      const birthday = dayAfterYears(valueIn(birthOn), 25)
      return isBefore(birthday, asAt) && (!has(closedOn) || isAfter(closedOn, birthday)) && birthOn
    }),
  },
]
