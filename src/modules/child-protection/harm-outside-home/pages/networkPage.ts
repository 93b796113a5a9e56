import { dayValues, type FormValues, lineField, oneOfMany, type Words } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  dateFields,
  dateFieldsFrom,
  details,
  errorsAbove,
  type FieldErrors,
  figure,
  formatDate,
  type Html,
  html,
  nothing,
  summaryList,
} from '#ui'
import { type LinkNames, targetName } from '../queries/linkNames.ts'
import type { Link, Network } from '../rules/harm.ts'
import { targetLink, tieFigure, tieTable } from './tieTable.ts'

export type NetworkView = {
  readonly network: Network
  /** Those that the reader may see; nothing tells of others. */
  readonly links: readonly Link[]
  readonly names: LinkNames
  readonly kinds: Words
  readonly mayWrite: boolean
  readonly sent: FormValues
  readonly errors: FieldErrors
  readonly form: FormKeys
  readonly conflict: Html | null
}

/** Whose tie it is, and where it goes when that is not the network itself. */
const labelOf = (link: Link, names: LinkNames): string => {
  const child = names.people.get(link.personId) ?? 'A child'
  return link.kind === 'network' ? child : `${targetName(link, names)} (${child})`
}

/** A network as its reader sees it. */
export function networkPage(view: NetworkView): Html {
  const { network, links, names, kinds, conflict, errors } = view
  const present = links.filter(({ endedOn }) => endedOn === null)
  const child = (link: Link) =>
    html`<a class="govuk-link" href="/people/${link.personId}/harm">${names.people.get(link.personId) ?? 'A child'}</a>`
  const label = (link: Link) =>
    link.kind === 'network' ? child(link) : html`${targetLink(link, names)}, in the record of ${child(link)}`
  return html`${errorsAbove(errors)}${conflict ?? nothing}
<h1 class="govuk-heading-l">${network.name}</h1>
${summaryList({
  rows: [
    { key: { text: 'Kind of harm' }, value: { text: kinds[network.kind] ?? network.kind } },
    { key: { text: 'First recorded' }, value: { text: formatDate(network.openedOn) } },
    {
      key: { text: 'Closed' },
      value: { text: network.closedOn === null ? 'No' : formatDate(network.closedOn) },
    },
    { key: { text: 'Reference' }, value: { text: network.reference } },
  ],
})}
<p class="govuk-body">Tell a colleague the reference when a child they work with belongs to the same network. You see the ties of children whose records you read.</p>
${
  present.length === 0
    ? nothing
    : figure(
        tieFigure(
          'The network',
          network.name,
          present.map(link => ({ label: labelOf(link, names), link })),
        ),
      )
}
${
  links.length === 0
    ? nothing
    : tieTable(
        'Ties',
        links.map(link => ({ label: label(link), link })),
      )
}
${view.mayWrite ? changeForm(view) : nothing}`
}

function changeForm({ network, kinds, sent, errors, form }: NetworkView): Html {
  const isSent = sent['name'] !== undefined
  const values = isSent
    ? sent
    : { name: network.name, kind: network.kind, ...dayValues('closed', network.closedOn) }
  const of = { values, errors }
  return details({
    summaryText: 'Rename or close this network',
    open: isSent,
    html: html`<form method="post" action="/harm/networks/${network.id}" novalidate data-keep-on-failure>${formFields(form)}
<input type="hidden" name="version" value="${network.version}">
${lineField('name', 'Name', of, 'It says nothing of anybody in it. Never a person’s name')}
${oneOfMany('kind', 'Kind of harm', kinds, of)}
${dateFields({ name: 'closed', legend: 'Closed on (optional)', hint: 'When children are no longer harmed through it', value: dateFieldsFrom(values, 'closed'), error: errors.of('closed') })}
${button({ text: 'Save', preventDoubleClick: true })}</form>`,
  })
}
