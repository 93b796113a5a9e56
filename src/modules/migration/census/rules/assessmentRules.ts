import type { CensusAssessment } from '../child/censusChild.ts'
import { valueIn, valuesIn } from '../reading/reading.ts'
import { has, isBefore, isInsideYear, isOutsideYear, overlapping } from './dates.ts'
import { type ChildRule, onAssessments, onEpisodes } from './rule.ts'

const factorReading = (assessment: CensusAssessment, code: string) =>
  assessment.factors.find(factor => valueIn(factor) === code)

/** Rules about assessments. */
export const assessmentRules: readonly ChildRule[] = [
  {
    code: '1103',
    severity: 'error',
    module: 'Assessments',
    sentence: 'The assessment starts before the referral.',
    check: onAssessments(
      ({ startedOn }, { episode }) => isBefore(startedOn, episode.referral.referredOn) && startedOn,
    ),
  },
  {
    code: '8608',
    severity: 'error',
    module: 'Assessments',
    sentence: 'The assessment is authorised before it starts.',
    check: onAssessments(({ startedOn, authorisedOn }) => isBefore(authorisedOn, startedOn) && authorisedOn),
  },
  {
    code: '8670Q',
    severity: 'query',
    module: 'Assessments',
    sentence: 'The assessment has been open for more than 45 working days at the reference date.',
    check: onAssessments(({ startedOn, authorisedOn }, { asAt, workingDaysBefore }) => {
      return !has(authorisedOn) && isBefore(startedOn, workingDaysBefore(asAt, 45)) && startedOn
    }),
  },
  {
    code: '8696',
    severity: 'error',
    module: 'Assessments',
    sentence: 'The authorisation of the assessment is not in the census year.',
    check: onAssessments(({ authorisedOn }, around) => isOutsideYear(authorisedOn, around) && authorisedOn),
  },
  {
    code: '8736',
    severity: 'error',
    module: 'Assessments',
    sentence: 'The assessment is not authorised and did not start in the census year.',
    check: onAssessments(
      ({ startedOn, authorisedOn }, around) =>
        !has(authorisedOn) && isOutsideYear(startedOn, around) && startedOn,
    ),
  },
  {
    code: '8863Q',
    severity: 'query',
    module: 'Assessments',
    sentence: 'The assessment starts while another of the same episode runs.',
    check: onEpisodes(({ assessments }, { asAt }) => {
      const stretches = assessments.map(one => ({ startedOn: one.startedOn, endedOn: one.authorisedOn }))
      return overlapping(stretches, asAt)
    }),
  },
  {
    code: '8896',
    severity: 'error',
    module: 'Assessments',
    sentence: 'More than one assessment of the episode is not authorised.',
    check: onEpisodes(({ assessments }) => {
      const open = assessments.filter(one => !has(one.authorisedOn)).map(one => one.authorisedOn)
      return open.length > 1 && open
    }),
  },
]

/** Rules about the factors found at assessment. */
export const factorRules: readonly ChildRule[] = [
  {
    code: '8614',
    severity: 'error',
    module: 'Assessments',
    sentence: 'The assessment has factors and is not authorised.',
    check: onAssessments(
      ({ factors, authorisedOn }) => factors.length > 0 && !has(authorisedOn) && authorisedOn,
    ),
  },
  {
    code: '8869',
    severity: 'error',
    module: 'Assessments',
    sentence: 'Factor 21 (no factors identified) stands beside other factors.',
    check: onAssessments(assessment => assessment.factors.length > 1 && factorReading(assessment, '21')),
  },
  {
    code: '8873Q',
    severity: 'query',
    module: 'Assessments',
    sentence:
      'The only assessment found no factors, yet the episode did not close after assessment (RC8 or RC9).',
    check: onEpisodes(({ assessments, referral }) => {
      const [only] = assessments
      if (!only || assessments.length > 1 || valuesIn(only.factors).join() !== '21') return false
      return !['RC8', 'RC9'].includes(valueIn(referral.closureReason) ?? '') && only.factors
    }),
  },
  {
    code: '8897Q',
    severity: 'query',
    module: 'Assessments',
    sentence: 'The assessment was authorised in the census year and has no factor.',
    check: onAssessments(({ factors, authorisedOn }, around) => {
      return isInsideYear(authorisedOn, around) && valuesIn(factors).length === 0 && authorisedOn
    }),
  },
  {
    code: '8898',
    severity: 'error',
    module: 'Assessments',
    sentence: 'The same factor is recorded twice in the assessment.',
    check: onAssessments(({ factors }) =>
      factors.filter((factor, index) => {
        const code = valueIn(factor)
        return code !== undefined && factors.slice(0, index).some(other => valueIn(other) === code)
      }),
    ),
  },
  {
    code: '8945Q',
    severity: 'query',
    module: 'Assessments',
    sentence: 'Factor 18A is retired; use 18B (child on child) or 18C (adult on child).',
    from: 2025,
    check: onAssessments(assessment => factorReading(assessment, '18A')),
  },
  {
    code: '8950Q',
    severity: 'query',
    module: 'Assessments',
    sentence: 'Factor 19A is retired; use 19B (child on child) or 19C (adult on child).',
    from: 2025,
    check: onAssessments(assessment => factorReading(assessment, '19A')),
  },
]
