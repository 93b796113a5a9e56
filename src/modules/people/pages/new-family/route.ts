import { z } from 'zod'
import { notFound, type Route, route } from '#platform/http'
import { button, html, radios, recordForm } from '#ui'
import { addFamily } from '../../commands/addFamily.ts'
import { familyOf } from '../../queries/familyOf.ts'
import { mayWrite } from '../../queries/mayWrite.ts'
import { personSummary } from '../../queries/personSummaries.ts'
import { askToWrite, personId } from '../params.ts'

const common = {
  url: '/families/new',
  admits: ['practitioner', 'duty'] as const,
  purpose: 'casework',
  query: z.object({ person: personId }),
} as const

/** A family begins with one person, and grows from its own page. */
export const newFamilyRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    summary: 'Form to make a family with a person',
    handle: async ({ work, query, form }) => {
      const person = await personSummary(work, query.person)
      if (!person) return notFound
      if (!(await mayWrite(work, person.id))) return askToWrite
      const family = await familyOf(work, person.id)
      if (family) return { kind: 'redirect', location: `/families/${family.id}` }
      const content = html`<span class="govuk-caption-l">${person.displayName}</span>
<h1 class="govuk-heading-l">Make a family</h1>
${recordForm({
  action: `/families/new?person=${person.id}`,
  csrf: { value: form.csrf },
  idempotencyKey: form.submission,
  content: html`${radios({
    name: 'role',
    idPrefix: 'role',
    fieldset: { legend: { text: 'Role in the family', classes: 'govuk-fieldset__legend--s' } },
    value: person.isChild === false ? 'adult' : 'child',
    items: [
      { value: 'child', text: 'Child' },
      { value: 'adult', text: 'Adult' },
    ],
  })}${button({ text: 'Make the family', preventDoubleClick: true })}`,
})}`
      const shown = { resource: 'person', subjectIds: [person.id] }
      return { kind: 'page', title: 'Make a family', content, current: 'people', shown }
    },
  }),
  route({
    ...common,
    method: 'POST',
    summary: 'Makes a family with a person',
    handle: async ({ work, query, sent }) => {
      const person = await personSummary(work, query.person)
      if (!person) return notFound
      if (!(await mayWrite(work, person.id))) return askToWrite
      const role = sent['role'] === 'adult' ? 'adult' : 'child'
      const id = await addFamily(work, [{ personId: person.id, role }])
      return { kind: 'redirect', location: `/families/${id}`, success: 'Family made' }
    },
  }),
]
