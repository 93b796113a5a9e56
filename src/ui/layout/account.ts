import { type HiddenFields, hiddenFields } from '../forms/hiddenFields.ts'
import { type Html, html } from '../html.ts'

/** Who is signed in, and how they sign out. */
export interface Account {
  readonly name: string
  readonly signOutPath: string
  readonly csrf: HiddenFields['csrf']
}

/** The signed-in person's name and the button that signs them out: a POST, which no link or picture can forge. */
export function account(params: Account): Html {
  return html`<form class="kith-account" method="post" action="${params.signOutPath}">
  ${hiddenFields({ csrf: params.csrf })}
  <span class="kith-account__name">${params.name}</span>
  <button class="kith-link-button" type="submit">Sign out</button>
</form>`
}
