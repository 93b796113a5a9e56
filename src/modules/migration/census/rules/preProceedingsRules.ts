import { valueIn } from '../reading/reading.ts'
import { has, isBefore, isOutsideYear } from './dates.ts'
import { type ChildRule, onPreProceedings } from './rule.ts'

/** The first census that collects pre-proceedings. */
const from = 2027
const module = 'PreProceedings'

/** Rules about pre-proceedings and family group decision making (specification of 2026-27). */
export const preProceedingsRules: readonly ChildRule[] = [
  {
    code: '9005',
    severity: 'error',
    module,
    from,
    sentence: 'The start of pre-proceedings is not in the census year.',
    check: onPreProceedings(({ startedOn }, around) => isOutsideYear(startedOn, around) && startedOn),
  },
  {
    code: '9006',
    severity: 'error',
    module,
    from,
    sentence:
      'The letter before proceedings is not in the census year, or is before the start of pre-proceedings.',
    check: onPreProceedings(
      ({ letterSentOn, startedOn }, around) =>
        (isOutsideYear(letterSentOn, around) || isBefore(letterSentOn, startedOn)) && letterSentOn,
    ),
  },
  {
    code: '9007',
    severity: 'error',
    module,
    from,
    sentence: 'A letter before proceedings was sent; say whether a family group meeting was offered.',
    check: onPreProceedings(
      ({ letterSentOn, fgdmOffered }) => has(letterSentOn) && !has(fgdmOffered) && fgdmOffered,
    ),
  },
  {
    code: '9008',
    severity: 'error',
    module,
    from,
    sentence: 'The first pre-proceedings meeting is not in the census year.',
    check: onPreProceedings(
      ({ firstMeetingOn }, around) => isOutsideYear(firstMeetingOn, around) && firstMeetingOn,
    ),
  },
  {
    code: '9009',
    severity: 'error',
    module,
    from,
    sentence:
      'The decision to step up or down is not in the census year, or is before the start of pre-proceedings.',
    check: onPreProceedings(
      ({ stepDecisionOn, startedOn }, around) =>
        (isOutsideYear(stepDecisionOn, around) || isBefore(stepDecisionOn, startedOn)) && stepDecisionOn,
    ),
  },
  {
    code: '9010Q',
    severity: 'query',
    module,
    from,
    sentence: 'A family group meeting was offered; say whether it was facilitated.',
    check: onPreProceedings(
      ({ fgdmOffered, fgdmFacilitated }) =>
        valueIn(fgdmOffered) === true && !has(fgdmFacilitated) && fgdmFacilitated,
    ),
  },
  {
    code: '9011',
    severity: 'error',
    module,
    from,
    sentence: 'The outcome of pre-proceedings is not one of its codes.',
    check: onPreProceedings(({ outcome }) => outcome.status === 'refused' && outcome),
  },
  {
    code: '9012',
    severity: 'error',
    module,
    from,
    sentence:
      'The application to court is not in the census year, or is before the decision to step up or down.',
    check: onPreProceedings(
      ({ courtApplicationOn, stepDecisionOn }, around) =>
        (isOutsideYear(courtApplicationOn, around) || isBefore(courtApplicationOn, stepDecisionOn)) &&
        courtApplicationOn,
    ),
  },
  {
    code: '9013',
    severity: 'error',
    module,
    from,
    sentence:
      'The letter of intent to issue proceedings is not in the census year, or is before the application.',
    check: onPreProceedings(
      ({ issueLetterOn, courtApplicationOn }, around) =>
        (isOutsideYear(issueLetterOn, around) || isBefore(issueLetterOn, courtApplicationOn)) &&
        issueLetterOn,
    ),
  },
  {
    code: '9015Q',
    severity: 'query',
    module,
    from,
    sentence: 'A first pre-proceedings meeting was held; say how many review meetings followed.',
    check: onPreProceedings(
      ({ firstMeetingOn, reviewMeetings }) => has(firstMeetingOn) && !has(reviewMeetings) && reviewMeetings,
    ),
  },
]
