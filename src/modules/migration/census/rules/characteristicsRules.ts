import { valueIn, valuesIn } from '../reading/reading.ts'
import { has } from './dates.ts'
import { type ChildRule, onChild } from './rule.ts'

/** Rules about ethnicity and disability. */
export const characteristicsRules: readonly ChildRule[] = [
  {
    code: '4220',
    severity: 'error',
    module: 'ChildCharacteristics',
    sentence: 'Ethnicity is missing, or is not one of its codes.',
    check: onChild(({ characteristics: { ethnicity } }) => !has(ethnicity) && ethnicity),
  },
  {
    code: '8540',
    severity: 'error',
    module: 'ChildCharacteristics',
    sentence:
      'A born child whose referral went further has no disability code; NONE says that there is none.',
    check: onChild(({ characteristics: { disabilities, ethnicity }, identifiers: { birthOn }, episodes }) => {
      const wentFurther = episodes.some(({ referral }) => valueIn(referral.isNoFurtherAction) === false)
      const hasNone = valuesIn(disabilities).length === 0
      // With no disability element to point at, the group is found by its other element.
      return has(birthOn) && wentFurther && hasNone && (disabilities[0] ?? ethnicity)
    }),
  },
  {
    code: '8790',
    severity: 'error',
    module: 'Disabilities',
    sentence: 'Disability NONE stands beside other disabilities.',
    check: onChild(({ characteristics: { disabilities } }) => {
      const none = disabilities.find(reading => valueIn(reading) === 'NONE')
      return valuesIn(disabilities).some(code => code !== 'NONE') && none
    }),
  },
  {
    code: '8794',
    severity: 'error',
    module: 'Disabilities',
    sentence: 'The same disability is recorded twice.',
    check: onChild(({ characteristics: { disabilities } }) =>
      disabilities.filter((reading, index) => {
        const code = valueIn(reading)
        return code !== undefined && disabilities.slice(0, index).some(other => valueIn(other) === code)
      }),
    ),
  },
]
