import { type Html, html } from '#ui'
import type { PracticeHalf } from '../../rules/practiceHalf.ts'

/** The practice half as it was written, under its headings. */
export function practiceRows(practice: PracticeHalf): Html {
  const parts: readonly (readonly [string, string | null])[] = [
    ['What was learned', practice.learning],
    ['Skills to build', practice.skills],
    ['Strengths seen', practice.strengths],
    ...practice.reflection.map(({ prompt, answer }) => [prompt, answer] as const),
  ]
  const written = parts.filter(([, text]) => text !== null && text !== '')
  return html`${written.map(
    ([heading, text]) =>
      html`<h3 class="govuk-heading-s">${heading}</h3><p class="govuk-body kith-typed">${text}</p>`,
  )}`
}
