import { formatDate, type Html, html, nothing, summaryList, tag } from '#ui'
import { addressKindLabels, nameKindOptions } from '../../parts/namedParts.ts'
import type { PersonDetails } from '../../queries/personDetails.ts'
import { fullName } from '../../rules/displayName.ts'
import { relationshipPhrase } from '../../rules/relationshipWords.ts'

/** One fact in a section's list: what it says, and where it is changed. */
export type Line = {
  readonly key: string
  readonly value: Html
  readonly href: string
  readonly changes: string
}
export type Section = {
  readonly title: string
  readonly add?: { readonly text: string; readonly href: string }
  readonly lines: readonly Line[]
}

type Dated = { readonly started_on: Temporal.PlainDate | null; readonly ended_on: Temporal.PlainDate | null }

/** "from 1 May 2020 to 3 June 2021", empty when neither is recorded. */
export function datesInWords({ started_on, ended_on }: Dated): string {
  const from = started_on ? `from ${formatDate(started_on)}` : ''
  return [from, ended_on ? `to ${formatDate(ended_on)}` : ''].filter(text => text !== '').join(' ')
}

const withDates = (value: Html | string, row: Dated): Html => {
  const dates = datesInWords(row)
  return html`${value}${dates === '' ? nothing : html`<br><span class="govuk-hint">${dates}</span>`}`
}

/** Names, numbers, addresses and contacts. */
export function namedSections(details: PersonDetails, base: string): readonly Section[] {
  const { names, identifiers, addresses, contacts, isAddressWithheld } = details
  const kindText = (kind: string): string => nameKindOptions.find(({ value }) => value === kind)?.text ?? kind
  const withheld: Line = {
    key: 'Address',
    value: html`<strong>Address withheld</strong>: it is confidential`,
    href: '',
    changes: '',
  }
  return [
    {
      title: 'Names',
      add: { text: 'Add a name', href: `${base}/name` },
      lines: names.map(row => ({
        key: kindText(row.kind),
        value: withDates(
          html`${fullName(row)}${row.is_main ? html` ${tag({ text: 'On every page' })}` : nothing}`,
          row,
        ),
        href: `${base}/name/${row.id}`,
        changes: 'name',
      })),
    },
    {
      title: 'Identifiers',
      add: { text: 'Add an identifier', href: `${base}/identifier` },
      lines: identifiers.map(row => ({
        key: row.label,
        value: withDates(
          html`${row.value}${row.remark ? html`<br><strong>${row.remark}</strong>` : nothing}`,
          {
            started_on: row.startedOn,
            ended_on: row.endedOn,
          },
        ),
        href: `${base}/identifier/${row.id}`,
        changes: row.label,
      })),
    },
    {
      title: 'Addresses',
      add: { text: 'Add an address', href: `${base}/address` },
      lines: [
        ...(isAddressWithheld ? [withheld] : []),
        ...addresses.map(row => ({
          key: addressKindLabels[row.kind] ?? row.kind,
          value: withDates(
            html`${row.lines.split('\n').map(line => html`${line}<br>`)}${row.postcode}${row.is_confidential ? html` ${tag({ text: 'Confidential', classes: 'govuk-tag--red' })}` : nothing}`,
            row,
          ),
          href: `${base}/address/${row.id}`,
          changes: 'address',
        })),
      ],
    },
    {
      title: 'Contact details',
      add: { text: 'Add contact details', href: `${base}/contact` },
      lines: contacts.map(row => ({
        key: { mobile: 'Mobile', telephone: 'Telephone', email: 'Email' }[row.kind],
        value: withDates(
          html`${row.value} ${row.is_safe ? nothing : tag({ text: 'Ask before using', classes: 'govuk-tag--red' })}${row.safe_times ? html`<br>Safe: ${row.safe_times}` : nothing}`,
          row,
        ),
        href: `${base}/contact/${row.id}`,
        changes: 'contact details',
      })),
    },
  ]
}

/** Disabilities and relationships, each read from this person's side. */
export function otherSections(details: PersonDetails, base: string): readonly Section[] {
  const { disabilities, relationships, others, summary } = details
  return [
    {
      title: 'Disabilities',
      add: { text: 'Add a disability', href: `${base}/disability` },
      lines: disabilities.map(row => ({
        key: row.label,
        value: withDates('', row),
        href: `${base}/disability/${row.id}`,
        changes: row.label,
      })),
    },
    {
      title: 'Relationships',
      add: { text: 'Add a relationship', href: `${base}/relationship` },
      lines: relationships.flatMap(row => {
        const isOwn = row.personId === summary.id
        const other = others.get(isOwn ? row.otherId : row.personId)
        if (!other) return []
        const responsible = row.hasParentalResponsibility ? html`<br>Has parental responsibility` : nothing
        return [
          {
            key: relationshipPhrase(row.kind, isOwn ? 'as_recorded' : 'inverse', summary.sex),
            value: withDates(
              html`<a class="govuk-link" href="/people/${other.id}">${other.displayName}</a>, ${other.age}${isOwn ? responsible : nothing}`,
              { started_on: row.startedOn, ended_on: row.endedOn },
            ),
            href: `/people/${row.personId}/details/relationship/${row.id}`,
            changes: 'relationship',
          },
        ]
      }),
    },
  ]
}

/** A section as a list; an empty one says so. */
export function sectionShown(section: Section, mayChange: boolean): Html {
  const add =
    mayChange && section.add
      ? html`<p class="govuk-body"><a class="govuk-link" href="${section.add.href}">${section.add.text}</a></p>`
      : nothing
  const list = summaryList({
    rows: section.lines.map(({ key, value, href, changes }) => ({
      key: { text: key },
      value: { html: value },
      actions:
        mayChange && href !== ''
          ? { items: [{ href, text: 'Change', visuallyHiddenText: changes }] }
          : undefined,
    })),
  })
  return html`<h2 class="govuk-heading-m">${section.title}</h2>
${section.lines.length === 0 ? html`<p class="govuk-body">Nothing recorded.</p>` : list}${add}`
}
