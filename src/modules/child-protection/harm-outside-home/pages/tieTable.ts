import { denseTable, ecomapFigure, type Figure, formatDate, type Html, html, nothing } from '#ui'
import { type LinkNames, targetName } from '../queries/linkNames.ts'
import type { Link } from '../rules/harm.ts'
import { linkKinds, roleWords, shortCertainties, sources } from '../rules/words.ts'

/** Letters of a name beside which a circle has room for the role. */
const SHORT = 26

/** How sure a tie is, as the drawing shows it. */
const strengths = { confirmed: 'strong', likely: 'ordinary', suspected: 'tenuous' } as const

/** Ties drawn around one child, or around one network or place. */
export function tieFigure(
  title: string,
  middle: string,
  ties: readonly { readonly label: string; readonly link: Link }[],
): Figure {
  const drawn = ecomapFigure({
    title,
    middle,
    ties: ties.map(({ label, link }) => ({
      label,
      role: label.length > SHORT ? null : roleWords(link.kind, link.role),
      strength: strengths[link.certainty],
      direction: 'none',
    })),
  })
  const description = `${middle} in the middle and ${ties.length} ties around. Thick lines are confirmed, thin ones likely, dotted ones suspected. The table below says the same.`
  return { ...drawn, id: 'ties', description }
}

/** Where a tie is changed, and what it is called for those who hear the link alone. */
type Change = { readonly href: string; readonly of: string }

/** The same in words. */
export function tieTable(
  caption: string,
  rows: readonly { readonly label: Html | string; readonly link: Link; readonly change?: Change }[],
): Html {
  const isChanged = rows.some(({ change }) => change !== undefined)
  return denseTable({
    caption,
    captionClasses: 'govuk-table__caption--m',
    head: [
      'What',
      'Who or where',
      'How tied',
      'Since',
      'Source',
      'How sure',
      'What is known',
      ...(isChanged ? ['Change'] : []),
    ].map(text => ({ text })),
    rows: rows.map(({ label, link, change }) => [
      { text: linkKinds[link.kind] },
      { html: html`${label}` },
      {
        text: `${roleWords(link.kind, link.role)}${link.endedOn === null ? '' : `. Ended ${formatDate(link.endedOn)}: ${link.endReason ?? ''}`}`,
      },
      { text: formatDate(link.sinceOn) },
      { text: sources[link.source] },
      { text: shortCertainties[link.certainty] },
      { text: link.words ?? '' },
      ...(isChanged
        ? [
            {
              html:
                change === undefined
                  ? nothing
                  : html`<a class="govuk-link" href="${change.href}">Change<span class="govuk-visually-hidden">: ${change.of}</span></a>`,
            },
          ]
        : []),
    ]),
  })
}

/** What a tie goes to, leading to the page that others share. */
export function targetLink(link: Link, names: LinkNames): Html | string {
  const name = targetName(link, names)
  if (link.kind === 'network' && link.networkId !== null && names.networks.has(link.networkId))
    return html`<a class="govuk-link" href="/harm/networks/${link.networkId}">${name}</a>`
  if (link.kind === 'place' && link.placeId !== null && names.places.has(link.placeId))
    return html`<a class="govuk-link" href="/harm/places/${link.placeId}">${name}</a>`
  if (link.kind === 'peer' && link.peerId !== null && names.people.has(link.peerId))
    return html`<a class="govuk-link" href="/people/${link.peerId}/harm">${name}</a>`
  return name
}
