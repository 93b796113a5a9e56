import { formatDate, type Html, html, nothing } from '#ui'
import type { PersonDetails } from '../../queries/personDetails.ts'
import { describePartialDate } from '../../rules/partialDate.ts'
import { namedSections, otherSections, type Section, sectionShown } from './sections.ts'

const sexes = { M: 'Male', F: 'Female', U: 'Not known' }
const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? 'Yes' : 'No')

/** Everything recorded of who a person is, each fact with the way to change it. */
export function personDetailsPage(details: PersonDetails, mayChange: boolean): Html {
  const { summary, families } = details
  const base = `/people/${summary.id}/details`
  const sections = [
    lifeSection(details, base),
    factsSection(details, base),
    ...namedSections(details, base),
    ...otherSections(details, base),
  ]
  const family = families.map(
    ({ id, reference }) =>
      html`<li><a class="govuk-link" href="/families/${id}">Family ${reference}</a></li>`,
  )
  return html`<h1 class="govuk-heading-l">Details</h1>
${mayChange ? html`<p class="govuk-body"><a class="govuk-link" href="/people/${summary.id}/duplicates">Is this person recorded twice?</a></p>` : nothing}
${sections.map(section => sectionShown(section, mayChange))}
<h2 class="govuk-heading-m">Families</h2>
${family.length > 0 ? html`<ul class="govuk-list">${family}</ul>` : html`<p class="govuk-body">Belongs to no family here yet.</p>`}
${mayChange && family.length === 0 ? html`<p class="govuk-body"><a class="govuk-link" href="/families/new?person=${summary.id}">Make a family with this person</a></p>` : nothing}`
}

function lines(href: string, facts: readonly (readonly [string, string | null])[]): Section['lines'] {
  return facts.map(([key, value]) => ({
    key,
    value: html`${value ?? 'Not recorded'}`,
    href,
    changes: key.toLowerCase(),
  }))
}

function lifeSection({ summary }: PersonDetails, base: string): Section {
  const { dateOfBirth: date, dateOfBirthPrecision: precision, isUnborn, expectedDeliveryOn, diedOn } = summary
  const due = expectedDeliveryOn ? formatDate(expectedDeliveryOn) : null
  return {
    title: 'Birth and death',
    lines: lines(`${base}/life`, [
      [
        'Date of birth',
        isUnborn ? 'Not born yet' : date && `${describePartialDate({ date, precision })} (${summary.age})`,
      ],
      ...(isUnborn || due ? [['Expected date of birth', due] as const] : []),
      ...(diedOn ? [['Date of death', formatDate(diedOn)] as const] : []),
    ]),
  }
}

function factsSection({ facts }: PersonDetails, base: string): Section {
  return {
    title: 'Personal details',
    lines: lines(`${base}/facts`, [
      ['Sex', facts.sex && sexes[facts.sex]],
      ['Gender identity', facts.gender_identity],
      ['Ethnicity', facts.ethnicityLabel],
      ['Religion or belief', facts.religion],
      ['First language', facts.first_language],
      ['Interpreter needed', yesNo(facts.interpreter_needed)],
      ['Communication needs', facts.communication_needs],
    ]),
  }
}
