import type { ToldVisit } from '../rules/told.ts'
import type { OutcomeIssue } from './outcome.ts'

const doubt = (expression: string, words: string): OutcomeIssue => ({
  severity: 'warning',
  code: 'incomplete',
  words,
  expression: [expression],
})

/** What a sender should mend and what never stops a message. */
export function doubtsOf({ person, arrivedAt, visitKey }: ToldVisit): readonly OutcomeIssue[] {
  return [
    ...(person.birth === null
      ? [
          doubt(
            'Patient.birthDate',
            'The day of birth is missing or is no day: somebody here must find out the age.',
          ),
        ]
      : []),
    ...(person.nhsPassed === false
      ? [
          doubt(
            'Patient.identifier',
            'The check digit of the NHS number is wrong. The message is taken all the same.',
          ),
        ]
      : []),
    ...(person.nhsNumber === null
      ? [
          doubt(
            'Patient.identifier',
            'There is no NHS number, or more than one: the child is looked for by name and address.',
          ),
        ]
      : []),
    ...(arrivedAt === null
      ? [
          doubt(
            'Encounter.period.start',
            'The time of arrival is missing: the time of the message stands for it.',
          ),
        ]
      : []),
    ...(visitKey.startsWith('without number')
      ? [
          doubt(
            'Encounter.identifier',
            'The visit has no number: a later message about it may be taken for another visit.',
          ),
        ]
      : []),
  ]
}
