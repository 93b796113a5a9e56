import { type Html, html, nothing } from '#ui'

/** A text as it was typed, its lines kept. */
export const typedText = (text: string): Html =>
  html`${text.split('\n').map((line, place) => html`${place > 0 ? html`<br>` : nothing}${line}`)}`
