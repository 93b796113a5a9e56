import { type Html, html } from '#ui'

/** How wide the mouth bends, from very sad (0) to very happy (10). */
const bend = (feeling: number): number => 20 + ((feeling - 5) / 5) * 7

/** A drawn face for a number from 0 to 10; the number and its words stand beside it. */
export const face = (feeling: number): Html =>
  html`<svg class="kith-portal-face" viewBox="0 0 36 36" aria-hidden="true" focusable="false"><circle cx="18" cy="18" r="16" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="12" cy="14" r="2" fill="currentColor"/><circle cx="24" cy="14" r="2" fill="currentColor"/><path d="M10 ${24 - (bend(feeling) - 20) / 3} Q18 ${24 + (bend(feeling) - 20)} 26 ${24 - (bend(feeling) - 20) / 3}" fill="none" stroke="currentColor" stroke-width="2"/></svg>`

const words: Readonly<Record<number, string>> = {
  0: 'Very bad',
  2: 'Bad',
  4: 'Not so good',
  5: 'In the middle',
  6: 'All right',
  8: 'Good',
  10: 'Very good',
}

/** What the reader hears of a number. */
export const feelingWords = (feeling: number): string =>
  words[feeling] === undefined ? `${feeling}` : `${feeling}: ${words[feeling]}`
