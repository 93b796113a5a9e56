import { parseUuid } from '#platform/ids'
import { formatDate, html } from '#ui'
import { familyForm } from '../frame/familyForm.ts'
import { type FamilyParams, familyParams, familyPath } from '../frame/familyParams.ts'
import { codesOf, oneOf, type Words } from '../frame/fieldParts.ts'
import type { OpenFamily } from '../frame/openFamily.ts'
import { askedOn, askInPortal, type Question, whoHasPortal } from './asking.ts'
import { occasionWords } from './feedback.ts'

type Context = { readonly people: Words; readonly teamId: NonNullable<OpenFamily['workbook']>['teamId'] }

/** `/families/:familyId/safeguarding/family/ask`: asks somebody who has the portal what the help is like. */
export const askRoutes = familyForm<FamilyParams, Context, Question>({
  url: '/families/:familyId/safeguarding/family/ask',
  params: familyParams,
  name: 'family-ask',
  tab: 'family',
  title: 'Ask in the portal',
  heading: () => 'Ask in the portal',
  summary: {
    show: 'The form that asks somebody of a family in the portal what the help is like',
    send: 'Asks somebody of a family in the portal what the help is like',
  },
  submit: 'Ask',
  path: ({ familyId }) => familyPath(familyId, '/family/ask'),
  cancel: ({ familyId }) => familyPath(familyId, '/family'),
  async read({ work }, { members, shared, workbook }) {
    if (workbook === null) return null
    const reached = await whoHasPortal(work, [...shared])
    const people = members
      .filter(({ person }) => reached.includes(person.id))
      .map(({ person }) => [person.id, person.displayName])
    return people.length === 0 ? null : { people: Object.fromEntries(people), teamId: workbook.teamId }
  },
  fresh: () => ({}),
  fields: ({ people }, values, errors) =>
    html`<p class="govuk-body">They are asked how much the help helps, on a scale of 1 to 5, and for their own words. They may say that they would rather not. Who does not answer counts as silent, never as satisfied.</p>
${oneOf('person', 'Who?', people, { values, errors })}${oneOf('occasion', 'When?', occasionWords, { values, errors })}`,
  parse(fields, { people }) {
    const personId = parseUuid(fields.choice('person', codesOf(people), 'Select whom you ask') ?? '')
    const occasion = fields.choice('occasion', codesOf(occasionWords), 'Select when')
    return personId === null || occasion === null ? null : { personId, occasion }
  },
  async save(question, { teamId }, { work, params, submission }) {
    const since = await askedOn(work, question.personId)
    if (since !== null) {
      const message = `They were asked on ${formatDate(since)} and have not answered yet`
      return { outcome: 'refused', issues: [{ path: ['person'], message }] }
    }
    await askInPortal(work, { familyId: params.familyId, teamId, submission }, question)
    return {
      outcome: 'saved',
      location: familyPath(params.familyId, '/family'),
      success: 'The question is in the portal',
    }
  },
  order: ['person', 'occasion'],
})
