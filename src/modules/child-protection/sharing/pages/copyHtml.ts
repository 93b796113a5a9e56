import { formatDate, type Html, html, nothing, raw } from '#ui'
import type { CopyContent, CopyPart, CopyPlanLine } from '../rules/copyContent.ts'
import { pictureWords } from '../rules/pictures.ts'
import { pictureSvg } from './pictureSvg.ts'

/** A copy as its reader sees it. */
export function copyHtml(content: CopyContent, level: 'h2' | 'h3'): Html {
  return html`<article class="kith-typed-copy" lang="en">${heading(level, content.title)}
${content.parts.map(part => partHtml(part, level, content.style === 'easy_read'))}
${planHtml(content.planLines, level)}
${content.whoToRing === null ? nothing : html`<p class="govuk-body"><strong>Questions?</strong> Ring ${content.whoToRing.name}, ${content.whoToRing.role}${content.whoToRing.telephone ? `, ${content.whoToRing.telephone}` : ''}.</p>`}</article>`
}

const heading = (level: 'h2' | 'h3', text: string): Html =>
  level === 'h2'
    ? html`<h2 class="govuk-heading-m">${text}</h2>`
    : html`<h3 class="govuk-heading-s">${text}</h3>`

function partHtml(part: CopyPart, level: 'h2' | 'h3', isEasy: boolean): Html {
  const pairs = html`<ul class="govuk-list">${part.pairs.map(({ words, picture }) => html`<li><span class="govuk-!-margin-right-2">${raw(pictureSvg(picture, 48))}</span><span class="govuk-visually-hidden">${pictureWords[picture]}: </span>${words}</li>`)}</ul>`
  return html`${heading(level === 'h2' ? 'h3' : 'h3', `${part.number}. ${part.heading}`)}${part.source ? html`<p class="govuk-hint govuk-!-margin-bottom-1">${part.source}</p>` : nothing}
${isEasy && part.pairs.length > 0 ? pairs : html`<p class="govuk-body kith-typed">${part.words}</p>`}
${part.translation === null ? nothing : html`<blockquote class="govuk-inset-text" dir="auto"><strong>${part.translation.heading}</strong><br><span class="kith-typed">${part.translation.words}</span></blockquote>`}`
}

const groups = {
  asked_of_you: 'What is asked of you',
  promised_to_you: 'What is promised to you',
  others: 'What others do',
} as const

/** The lines of a plan by whose they are, each with its number. */
export function planHtml(lines: readonly CopyPlanLine[], level: 'h2' | 'h3'): Html {
  if (lines.length === 0) return nothing
  return html`${(['asked_of_you', 'promised_to_you', 'others'] as const).map(whose => {
    const own = lines.filter(line => line.whose === whose)
    if (own.length === 0) return nothing
    return html`${heading(level, groups[whose])}<ul class="govuk-list">${own.map(({ number, what, who, byWhen }) => html`<li>${number}. ${what} <strong>${who}</strong>${byWhen ? `, by ${formatDate(Temporal.PlainDate.from(byWhen))}` : ''}</li>`)}</ul>`
  })}`
}
