import { type Html, html, summaryList } from '#ui'
import type { Relative } from '../../queries/familyAround.ts'

/** The people of the person's family, each with a link to their own record. */
export function familyList(relatives: readonly Relative[]): Html {
  if (relatives.length === 0) return html`<p class="govuk-body">No family is recorded.</p>`
  return summaryList({
    rows: relatives.map(relative => ({
      key: {
        html: html`<a class="govuk-link" href="/people/${relative.person.id}">${relative.person.displayName}</a>`,
      },
      value: { text: facts(relative).join(', ') },
    })),
  })
}

function facts({ person, relationship, role, hasParentalResponsibility }: Relative): string[] {
  return [
    person.age,
    relationship ?? role,
    ...(hasParentalResponsibility ? ['has parental responsibility'] : []),
  ]
}
