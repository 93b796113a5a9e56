import { dayValues } from '#modules/casework'
import { parseUuid } from '#platform/ids'
import { html } from '#ui'
import { familyForm } from '../frame/familyForm.ts'
import { type FamilyParams, familyParams, familyPath } from '../frame/familyParams.ts'
import { codesOf, day, line, oneOf, oneOfMany, parsePastDay, text, type Words } from '../frame/fieldParts.ts'
import type { OpenFamily } from '../frame/openFamily.ts'
import {
  heardWords,
  keepFeedback,
  type NewFeedback,
  noted,
  occasionWords,
  outcomeWords,
  scoreWords,
} from './feedback.ts'

const whatCame = Object.fromEntries(noted.map(code => [code, outcomeWords[code]]))

type Context = { readonly people: Words; readonly teamId: NonNullable<OpenFamily['workbook']>['teamId'] }

/** `/families/:familyId/safeguarding/family/new`: what somebody of the family said of the help, or that they said nothing. */
export const feedbackRoutes = familyForm<FamilyParams, Context, NewFeedback>({
  url: '/families/:familyId/safeguarding/family/new',
  params: familyParams,
  name: 'family-feedback',
  tab: 'family',
  title: 'What the family says of the help',
  heading: () => 'What the family says of the help',
  summary: {
    show: 'The form of what a family says of the help',
    send: 'Keeps what a family says of the help',
  },
  submit: 'Save',
  path: ({ familyId }) => familyPath(familyId, '/family/new'),
  cancel: ({ familyId }) => familyPath(familyId, '/family'),
  async read(_, { members, shared, workbook }) {
    if (workbook === null) return null
    const people = members
      .filter(({ person }) => shared.has(person.id))
      .map(({ person }) => [person.id, person.displayName])
    return { people: Object.fromEntries(people), teamId: workbook.teamId }
  },
  fresh: (_, { work }) => dayValues('on', work.today),
  fields({ people }, values, errors) {
    const of = { values, errors }
    return html`${oneOf('person', 'Who was asked, or should have been?', people, of)}${oneOf('occasion', 'When?', occasionWords, of)}${day('on', 'On which day?', of)}
${oneOf('outcome', 'What came of it?', whatCame, of, 'Silence is kept as silence: it does not count as satisfied')}
<h2 class="govuk-heading-m">If they said something</h2>
${oneOf('cameBy', 'How did it come?', heardWords, of)}${oneOfMany('score', 'How much did the help help?', scoreWords, of)}${text('words', 'In their own words', of)}
<h2 class="govuk-heading-m">If they were not asked</h2>${line('whyNot', 'Why not?', of)}`
  },
  parse(fields, { people }, { work, submission }) {
    const personId = parseUuid(fields.choice('person', codesOf(people), 'Select who it is') ?? '')
    const occasion = fields.choice('occasion', codesOf(occasionWords), 'Select when')
    const onDay = parsePastDay(fields, 'on', 'The day', work.today, 'Enter the day')
    const outcome = fields.choice('outcome', noted, 'Select what came of it')
    const isGiven = outcome === 'given'
    const cameBy = isGiven ? fields.choice('cameBy', codesOf(heardWords), 'Select how it came') : null
    const score =
      isGiven && fields.typed('score') !== ''
        ? fields.choice('score', codesOf(scoreWords), 'Select a mark')
        : null
    const words = isGiven ? fields.text('words', 20_000) : null
    if (isGiven && score === null && words === null)
      fields.problem('words', 'Enter what they said, or select their mark')
    const whyNot =
      outcome === 'not_asked' ? fields.text('whyNot', 1_000, 'Enter why they were not asked') : null
    if (
      personId === null ||
      occasion === null ||
      onDay === null ||
      outcome === null ||
      fields.issues.length > 0
    )
      return null
    return {
      personId,
      occasion,
      onDay,
      outcome,
      cameBy,
      score: score === null ? null : Number(score),
      words,
      whyNot,
      submission,
    }
  },
  async save(said, { teamId }, { work, params }) {
    await keepFeedback(work, params.familyId, teamId, said)
    return { outcome: 'saved', location: familyPath(params.familyId, '/family'), success: 'Saved' }
  },
  order: ['person', 'occasion', 'on', 'outcome', 'cameBy', 'score', 'words', 'whyNot'],
  targets: { on: 'on-day' },
})
